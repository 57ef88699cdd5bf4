import type { IDataObject } from 'n8n-workflow';
import { ok, ServiceDouble, type Answer, type SentRequest } from '../../../../support/serviceDouble';
import { describeThreeWorkflowItems, hal, refused, runWorkflow, RUNTIME } from '../../../../support/workflow';

const DEPLOY = { resource: 'model', operation: 'deploy' };

const MODELS = `${RUNTIME}/runtime/models`;

const xml = (key: string, more = '') =>
	`<definitions><process id="${key}" isExecutable="true">${more}</process></definitions>`;

const asText = (model: string) => ({ source: 'text', model });

interface Kept {
	id: string;
	key: string;
	version: number;
	modelContent: unknown;
}

const decoded = (content: unknown): unknown =>
	typeof content === 'string' && !content.startsWith('<')
		? Buffer.from(content, 'base64').toString('utf8')
		: content;

const keyIn = (content: unknown): string =>
	/<process id="(\w+)"/.exec(JSON.stringify(content).replace(/\\"/g, '"'))?.[1] ??
	/"process_id":"(\w+)"/.exec(JSON.stringify(content))?.[1] ??
	'';

/** A tenant that keeps what is deployed. @param onPost what it answers in its place, by the turn */
function tenant(
	onPost?: (sent: SentRequest, turn: number) => Answer | 'carried out, answer lost' | undefined,
	kept: Kept[] = [],
) {
	let turn = 0;
	const answer = ({ id, key, version }: Kept) => ({ id, key, version, name: key });
	return new ServiceDouble((sent) => {
		const { method, path, query, body } = sent;
		if (method === 'POST') {
			turn += 1;
			const special = onPost?.(sent, turn);
			if (special && special !== 'carried out, answer lost') return special;
			const content = decoded((body as IDataObject).modelContent);
			const key = keyIn(content);
			const version = kept.filter((model) => model.key === key).length + 1;
			const made = { id: `m-${key}-${version}`, key, version, modelContent: content };
			kept.push(made);
			return special ? { broken: 'ECONNRESET' } : { status: 201, body: answer(made) };
		}
		if (path === MODELS) {
			const same = kept.filter(({ key }) => key === query.key);
			return hal(same.slice(-1).map(answer));
		}
		const found = kept.find(({ id }) => path.endsWith(`/${id}`));
		return found ? ok({ ...answer(found), modelContent: found.modelContent }) : refused(404, 'Not found');
	});
}

const posts = (service: ServiceDouble) => service.lines.filter((line) => line.startsWith('POST'));

describe('deploying a process model', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...DEPLOY,
		items: [asText(xml('one')), asText('hello'), asText(xml('three'))],
		service: () => tenant(),
		outputs: [
			{ deployed: true, modelKey: 'one', version: 1, modelId: 'm-one-1' },
			{ deployed: true, modelKey: 'three', version: 1 },
		],
		refusal: 'Item 2: Process Model is neither BPMN XML nor JSON',
	});

	it('counts the same model once, and makes a version of another one', async () => {
		const service = tenant();
		const items = [asText(xml('a')), asText(`\n${xml('a')}`), asText(xml('a', '<startEvent/>'))];
		const given = await runWorkflow({ ...DEPLOY, service, items });
		expect(given.map(({ json }) => [json.deployed, json.version])).toEqual([
			[true, 1],
			[false, 1],
			[true, 2],
		]);
	});

	it('sends the JSON form as an object, of a modeler’s file what is in it', async () => {
		const service = tenant();
		const data = { properties: { process_id: 'flow' }, childShapes: [] };
		const model = JSON.stringify({ schemaId: 'x', serviceName: 'workflow', data });
		const [{ json }] = await runWorkflow({ ...DEPLOY, service, items: [asText(model)] });
		expect(json).toMatchObject({ deployed: true, modelKey: 'flow' });
		expect(service.requests.find(({ method }) => method === 'POST')?.body).toEqual({
			modelType: 'json',
			modelContent: data,
		});
	});

	it('sends XML in base64 where the plain text is refused', async () => {
		const service = tenant((_sent, turn) => (turn === 1 ? refused(400, 'Illegal base64') : undefined));
		const [{ json }] = await runWorkflow({ ...DEPLOY, service, items: [asText(xml('a'))] });
		expect(json).toMatchObject({ deployed: true, modelKey: 'a' });
		expect(posts(service)).toHaveLength(2);
	});

	it('tells both refusals when neither form is taken, and that nothing was changed', async () => {
		const service = tenant((_sent, turn) => refused(400, turn === 1 ? 'No start event' : 'No XML'));
		await expect(runWorkflow({ ...DEPLOY, service, items: [asText(xml('a'))] })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service did not accept the values sent for process model "a"',
			description: expect.stringMatching(/base64 form the service said: "No XML".*Nothing was changed/s),
		});
	});

	it('does not send the JSON form a second time', async () => {
		const service = tenant(() => refused(400, 'No start event'));
		const model = JSON.stringify({ properties: { process_id: 'flow' } });
		await expect(runWorkflow({ ...DEPLOY, service, items: [asText(model)] })).rejects.toThrow();
		expect(posts(service)).toHaveLength(1);
	});

	it('finds the model whose answer was lost, and sends it once', async () => {
		const service = tenant(() => 'carried out, answer lost');
		const [{ json }] = await runWorkflow({ ...DEPLOY, service, items: [asText(xml('a'))] });
		expect(json).toMatchObject({ deployed: true, modelKey: 'a', version: 1 });
		expect(posts(service)).toHaveLength(1);
	});

	it('says that nobody knows when the answer was lost and the model is not there', async () => {
		const service = tenant(() => ({ broken: 'ECONNRESET' }));
		await expect(runWorkflow({ ...DEPLOY, service, items: [asText(xml('a'))] })).rejects.toMatchObject({
			description: expect.stringContaining('It is not known whether process model "a" was deployed.'),
		});
		expect(posts(service)).toHaveLength(1);
	});

	it('deploys where the service does not give the content of what stands', async () => {
		const kept = [{ id: 'm-a-1', key: 'a', version: 1, modelContent: {} }];
		const [{ json }] = await runWorkflow({
			...DEPLOY,
			service: tenant(undefined, kept),
			items: [asText(xml('a'))],
		});
		expect(json).toMatchObject({ deployed: true, version: 2 });
	});

	it.each([
		['a web page', '<html><body>Maintenance</body></html>'],
		['no key', { id: 'm1' }],
	])('does not take %s for a deployed model', async (_what, body) => {
		const service = tenant(() => ({ status: 201, body }));
		await expect(runWorkflow({ ...DEPLOY, service, items: [asText(xml('a'))] })).rejects.toMatchObject({
			description: expect.stringContaining('It is not known whether'),
		});
	});
});
