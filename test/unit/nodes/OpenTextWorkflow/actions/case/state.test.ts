import type { IDataObject } from 'n8n-workflow';
import { answering, ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	HISTORY,
	NO_CASE,
	refused,
	runWorkflow,
	RUNTIME,
	running,
} from '../../../../support/workflow';

const SUSPEND = { resource: 'case', operation: 'suspend' };
const ACTIVATE = { resource: 'case', operation: 'activate' };

const ONE = `${RUNTIME}/process-instances/c1`;

type Fate = Answer | 'done' | 'done, answer lost' | 'lost';

/** A tenant whose running cases keep their state; a state that stands already is refused with 409 (reference 4.2, P4). */
function tenant(
	ids: string[],
	{ suspended = false, fates = [] }: { suspended?: boolean; fates?: Fate[] } = {},
) {
	const states = new Map(ids.map((id) => [id, suspended]));
	const puts: unknown[] = [];
	const service = new ServiceDouble(({ method, path, body }) => {
		const id = path.split('/').pop() ?? '';
		const state = states.get(id);
		if (path.startsWith(HISTORY) || state === undefined) return NO_CASE;
		const shown = () => ok(running(id, `k-${id}`, { suspended: states.get(id) }));
		if (method === 'GET') return shown();
		const fate = fates[puts.length] ?? 'done';
		puts.push(body);
		if (typeof fate === 'object') return fate;
		const wanted = Object.entries({ ...(body as IDataObject) }).some(([, value]) => value === 'suspend');
		if (fate === 'lost') return { broken: 'ECONNRESET' };
		if (state === wanted) return refused(409, 'is already so');
		states.set(id, wanted);
		return fate === 'done' ? shown() : { broken: 'ECONNRESET' };
	});
	return { service, puts };
}

describe.each([
	['suspending', SUSPEND, 'suspend', false],
	['activating', ACTIVATE, 'activate', true],
] as const)('%s a case', (_name, does, action, before) => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const run = async (service: ServiceDouble, entered: IDataObject = {}) => {
		const [{ json }] = await runWorkflow({ ...does, service, items: [{ caseId: 'c1', ...entered }] });
		return json;
	};

	describeThreeWorkflowItems({
		...does,
		items: [{ caseId: 'c1' }, { caseId: 'c2' }, { caseId: 'c3' }],
		service: () => tenant(['c1', 'c3'], { suspended: before }).service,
		outputs: [
			{ changed: true, caseId: 'c1', suspended: !before },
			{ changed: true, caseId: 'c3', suspended: !before },
		],
		refusal: 'Item 2: Workflow Service knows no case c2',
	});

	it('sends the action with its comment (reference 4.2, P4)', async () => {
		const { service, puts } = tenant(['c1'], { suspended: before });
		await run(service, { comment: 'why' });
		expect(puts).toEqual([{ action, comment: { message: 'why', type: 'comment', includeUserIds: false } }]);
	});

	it('leaves one alone that stands so already', async () => {
		const { service, puts } = tenant(['c1'], { suspended: !before });
		expect(await run(service, { comment: 'why' })).toMatchObject({ changed: false, suspended: !before });
		expect(puts).toEqual([]);
	});

	it('is done already when somebody else was faster', async () => {
		const service = answering({
			[`GET ${ONE}`]: [
				ok(running('c1', 'k', { suspended: before })),
				ok(running('c1', 'k', { suspended: !before })),
			],
			[`PUT ${ONE}`]: refused(409, 'is already so'),
		});
		expect(await run(service)).toMatchObject({ changed: false, suspended: !before });
	});

	it('is carried out once when the answer was lost, and leaves its comment once', async () => {
		const { service, puts } = tenant(['c1'], { suspended: before, fates: ['done, answer lost'] });
		expect(await run(service, { comment: 'why' })).toMatchObject({ changed: true });
		expect(puts).toHaveLength(1);
	});

	it('is repeated without a comment, and knows its own work', async () => {
		const { service, puts } = tenant(['c1'], { suspended: before, fates: ['done, answer lost'] });
		expect(await run(service)).toMatchObject({ changed: true, suspended: !before });
		expect(puts.length).toBeGreaterThan(1);
	});

	it('says that it is not known when the answer was lost and nothing shows', async () => {
		const { service } = tenant(['c1'], { suspended: before, fates: ['lost'] });
		await expect(run(service, { comment: 'why' })).rejects.toMatchObject({
			description: expect.stringMatching(/It is not known whether case c1 was (suspended|activated)\.$/),
		});
	});

	it('does not believe a good answer that nothing shows', async () => {
		const { service } = tenant(['c1'], { suspended: before, fates: [{ status: 200 }] });
		await expect(run(service)).rejects.toMatchObject({
			message: expect.stringMatching(/^Item 1: Workflow Service took it that case c1 is to be/),
			description: expect.stringMatching(/It is not known whether/),
		});
	});

	it('says of an ended case that it has ended', async () => {
		const service = answering({
			[`GET ${HISTORY}/historic-process-instances/c1`]: ok(ended('c1', 'k1')),
		});
		await expect(run(service)).rejects.toMatchObject({
			message: expect.stringMatching(/^Item 1: Case c1 has ended, so it cannot be (suspended|activated)$/),
		});
		expect(service.lines.some((line) => line.startsWith('PUT'))).toBe(false);
	});

	it('says so when the case ends meanwhile', async () => {
		const { service } = tenant(['c1'], { suspended: before, fates: [NO_CASE] });
		await expect(run(service)).rejects.toMatchObject({
			message: 'Item 1: Workflow Service knows no case c1, or it has ended',
		});
	});
});
