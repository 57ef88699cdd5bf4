import { answering, ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	HISTORY,
	refused,
	runWorkflow,
	RUNTIME,
	running,
} from '../../../../support/workflow';

const SET = { resource: 'case', operation: 'setVariables' };

const ONE = `${RUNTIME}/process-instances/c1`;

const set = (caseId: string, value: string) => ({
	caseId,
	specifyVariables: 'form',
	variables: { variable: [{ name: 'note', type: 'string', value }] },
});

const existing = { [`GET ${ONE}`]: ok(running('c1', 'k1')) };

describe('setting variables of a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...SET,
		items: [set('c1', 'a'), set('c2', 'b'), set('c3', 'c')],
		service: () =>
			new ServiceDouble(({ method, path }) => {
				const id = /process-instances\/(c\d)/.exec(path)?.[1] ?? '';
				if (method === 'PUT') return ok({});
				if (path.startsWith(HISTORY)) return id === 'c2' ? ok(ended('c2', 'k2')) : { status: 404 };
				return id === 'c2' ? { status: 404 } : ok(running(id, `k-${id}`));
			}),
		outputs: [
			{ caseId: 'c1', businessKey: 'k-c1', set: ['note'] },
			{ caseId: 'c3', businessKey: 'k-c3', set: ['note'] },
		],
		refusal: 'Item 2: Case c2 has ended, so its variables cannot be changed',
	});

	it('changes with one object (reference 4.3, V3)', async () => {
		const service = answering({ ...existing, [`PUT ${ONE}/variables/note`]: ok({}) });
		await runWorkflow({ ...SET, service, items: [set('c1', 'hello')] });
		expect(service.requests[1].body).toEqual({
			name: 'note',
			type: 'string',
			scope: 'local',
			value: 'hello',
		});
		expect(service.lines).toHaveLength(2);
	});

	it('creates with an array what is not there (reference 4.3, V2)', async () => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/note`]: refused(404, 'no variable'),
			[`POST ${ONE}/variables`]: { status: 201, body: [] },
		});
		await runWorkflow({ ...SET, service, items: [set('c1', 'hello')] });
		expect(service.requests[2].body).toEqual([
			{ encryption: false, name: 'note', type: 'string', scope: 'local', value: 'hello' },
		]);
	});

	it.each([
		['somebody else created it meanwhile', refused(409, 'already present')],
		['the answer to its creation was lost', { broken: 'ECONNRESET' }],
	] satisfies Array<[string, Answer]>)('changes it after all when %s', async (_name, created) => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/note`]: [refused(404, 'no variable'), ok({})],
			[`POST ${ONE}/variables`]: created,
		});
		const [{ json }] = await runWorkflow({ ...SET, service, items: [set('c1', 'hello')] });
		expect(json.set).toEqual(['note']);
		expect(service.lines.slice(1)).toEqual([
			`PUT ${ONE}/variables/note`,
			`POST ${ONE}/variables`,
			`PUT ${ONE}/variables/note`,
		]);
	});

	it('says so when the service does not take the value', async () => {
		const service = answering({ ...existing, [`PUT ${ONE}/variables/note`]: refused(400, 'wrong type') });
		await expect(runWorkflow({ ...SET, service, items: [set('c1', 'x')] })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service did not accept the values sent for variable "note" of case c1',
			description: expect.stringContaining('wrong type'),
		});
	});

	it('asks for at least one', async () => {
		const service = answering(existing);
		await expect(runWorkflow({ ...SET, service, items: [{ caseId: 'c1' }] })).rejects.toMatchObject({
			message: 'Item 1: No variable was given',
		});
		expect(service.lines).toEqual([]);
	});
});
