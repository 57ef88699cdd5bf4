import { answering, ok } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	hal,
	refused,
	running,
	runWorkflow,
	RUNTIME,
} from '../../../../support/workflow';

const MODELS = `${RUNTIME}/runtime/models`;
const CASES = `${RUNTIME}/process-instances`;

const version = (id: string, number: number, more = {}) => ({
	id,
	key: 'review',
	name: 'Review',
	version: number,
	...more,
});

const ofModel = (operation: string) => ({ resource: 'model', operation });

const byKey = (value: string) => ({ modelId: { __rl: true, mode: 'key', value } });

describe('versions of process models', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describe('getting one', () => {
		describeThreeWorkflowItems({
			...ofModel('get'),
			items: [{ modelId: 'm1' }, { modelId: 'm2' }, { modelId: 'm3' }],
			service: () =>
				answering({
					[`GET ${MODELS}/m1`]: ok(version('m1', 1, { modelContent: { childShapes: [] } })),
					[`GET ${MODELS}/m2`]: refused(404, 'Not found'),
					[`GET ${MODELS}/m3`]: ok(version('m3', 3, { modelContent: '<definitions/>' })),
				}),
			outputs: [
				{ modelId: 'm1', modelKey: 'review', content: { childShapes: [] } },
				{ modelId: 'm3', version: 3, xml: '<definitions/>' },
			],
			refusal: 'Item 2: Workflow Service knows no process model m2',
		});

		it('takes the highest version of a key, also where older ones come along', async () => {
			const service = answering({
				[`GET ${MODELS}`]: hal([version('m9', 9), version('m10', 10), { ...version('x', 11), key: 'other' }]),
				[`GET ${MODELS}/m10`]: ok(version('m10', 10)),
			});
			const [{ json }] = await runWorkflow({ ...ofModel('get'), service, items: [byKey('review')] });
			expect(json).toMatchObject({ modelId: 'm10', version: 10 });
			expect(service.requests[0].query).toMatchObject({ key: 'review', latestVersion: true });
		});

		it('says that no model has the key', async () => {
			const service = answering({ [`GET ${MODELS}`]: hal([]) });
			await expect(runWorkflow({ ...ofModel('get'), service, items: [byKey('review')] })).rejects.toThrow(
				'Item 1: Workflow Service knows no process model with key review',
			);
		});
	});

	it('lists the latest versions, or all', async () => {
		const service = answering({ [`GET ${MODELS}`]: hal([version('m1', 1)]) });
		await runWorkflow({
			...ofModel('getAll'),
			service,
			items: [{}, { options: { allVersions: true }, filters: { modelKey: 'review' } }],
		});
		const [first, second] = service.requests.map(({ query }) => query);
		expect(first).toMatchObject({ latestVersion: true });
		expect(second).toMatchObject({ key: 'review' });
		expect(second).not.toHaveProperty('latestVersion');
	});

	describe('deleting one', () => {
		const REMOVE = ofModel('delete');

		it('deletes a version that no case follows', async () => {
			const service = answering({
				[`GET ${MODELS}/m1`]: [ok(version('m1', 1)), refused(404, 'Not found')],
				[`GET ${CASES}`]: hal([]),
				[`DELETE ${MODELS}/m1`]: { status: 204 },
			});
			const [{ json }] = await runWorkflow({ ...REMOVE, service, items: [{ modelId: 'm1' }] });
			expect(json).toMatchObject({ deleted: true, modelId: 'm1' });
			expect(service.requests[1].query).toMatchObject({
				processDefinitionKey: 'review',
				processDefinitionVersion: 1,
			});
		});

		it('leaves one that cases follow, unless it is wished', async () => {
			const service = answering({
				[`GET ${MODELS}/m1`]: [ok(version('m1', 1)), ok(version('m1', 1)), refused(404, 'Not found')],
				[`GET ${CASES}`]: hal([running('c1', 'k1')]),
				[`DELETE ${MODELS}/m1`]: { status: 204 },
			});
			await expect(runWorkflow({ ...REMOVE, service, items: [{ modelId: 'm1' }] })).rejects.toThrow(
				'Item 1: Cases still follow version 1 of process model "review"',
			);
			expect(service.lines.some((line) => line.startsWith('DELETE'))).toBe(false);
			const [{ json }] = await runWorkflow({
				...REMOVE,
				service,
				items: [{ modelId: 'm1', evenRunning: true }],
			});
			expect(json).toMatchObject({ deleted: true });
		});

		it('does not believe a good answer while the service still shows it', async () => {
			const service = answering({
				[`GET ${MODELS}/m1`]: ok(version('m1', 1)),
				[`GET ${CASES}`]: hal([]),
				[`DELETE ${MODELS}/m1`]: { status: 204 },
			});
			const run = runWorkflow({ ...REMOVE, service, items: [{ modelId: 'm1' }] });
			const refusal = expect(run).rejects.toThrow(
				'Item 1: Workflow Service took the removal of process model m1, but still shows it',
			);
			await jest.runAllTimersAsync();
			await refusal;
		});

		it('takes a 404 after a lost answer for its own work', async () => {
			const service = answering({
				[`GET ${MODELS}/m1`]: [ok(version('m1', 1)), refused(404, 'Not found')],
				[`GET ${CASES}`]: hal([]),
				[`DELETE ${MODELS}/m1`]: [{ broken: 'ECONNRESET' }, refused(404, 'Not found')],
			});
			const [{ json }] = await runWorkflow({ ...REMOVE, service, items: [{ modelId: 'm1' }] });
			expect(json).toMatchObject({ deleted: true });
		});

		it('does not take one that somebody else deleted meanwhile for its own work', async () => {
			const service = answering({
				[`GET ${MODELS}/m1`]: [ok(version('m1', 1)), refused(404, 'Not found')],
				[`GET ${CASES}`]: hal([]),
				[`DELETE ${MODELS}/m1`]: refused(404, 'Not found'),
			});
			const [{ json }] = await runWorkflow({ ...REMOVE, service, items: [{ modelId: 'm1' }] });
			expect(json).toMatchObject({ deleted: false, modelId: 'm1' });
		});
	});
});
