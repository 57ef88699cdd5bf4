import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { keyOf, NODE } from '../conformance/cases/OpenTextWorkflow/support';
import { SandboxClient } from '../e2e/harness';
import { MANAGER_GROUP, REVIEWER_GROUP, SERVICE_GROUP } from '../sandbox/workflow/directory';
import { useWorld } from './support/useWorld';

const world = useWorld();

const MODEL = { __rl: true, mode: 'key', value: 'order_risk_review' };

const start = async (value: INodeParameters, items: IDataObject[], more: INodeParameters = {}) => {
	world.sandbox.context.exchanges.clear();
	return await world.engine.run({
		node: NODE,
		parameters: {
			resource: 'case',
			operation: 'start',
			modelKey: MODEL,
			businessKey: '={{ $json.key }}',
			specifyVariables: 'model',
			modelVariables: { mappingMode: 'defineBelow', value, schema: [], matchingColumns: [] },
			...more,
		},
		items,
		credentials: world.credentials(NODE),
		onError: 'continueRegularOutput',
	});
};

const calls = () =>
	world.sandbox.context.exchanges
		.list({ service: 'workflow' })
		.map(({ method, url }) => `${method} ${new URL(url, 'http://sandbox').pathname.replace(/^.*\/v1/, '')}`);

const cases = async () => await new SandboxClient(world.sandbox.url).workflow.cases();

const variablesOf = async (businessKey: string) =>
	(await cases()).find((one) => one.businessKey === businessKey)?.variables;

/** Without them the model does not run. */
const NEEDED = {
	reviewersGroup: REVIEWER_GROUP,
	managersGroup: MANAGER_GROUP,
	serviceGroup: SERVICE_GROUP,
	deadlineIn: 'PT2H',
};

const VALUES = {
	...NEEDED,
	objectId: '={{ $json.order }}',
	round: '={{ $json.round }}',
	deadlineAt: '={{ $json.until }}',
};

const item = (nth: number, round: unknown): IDataObject => ({
	key: keyOf(nth),
	order: String(4710 + nth),
	round: String(round),
	until: '2100-01-01T00:00:00+01:00',
});

describe('Case: Start with the variables that its model declares', () => {
	it('starts each case with them, as the model declares them, and reads the model once', async () => {
		const { outputs } = await start(VALUES, [item(1, 1), item(2, 2), item(3, 3)]);
		expect(outputs[0].map(({ json }) => json.created)).toEqual([true, true, true]);
		expect(await variablesOf(keyOf(2))).toMatchObject({
			objectId: '4712',
			round: 2,
			deadlineAt: '2099-12-31T23:00:00.000Z',
			reviewersGroup: REVIEWER_GROUP,
		});
		expect(calls().filter((call) => call.startsWith('GET /runtime/models'))).toHaveLength(2);
	});

	it('refuses the second of three by its variable, and starts the others', async () => {
		const { outputs } = await start(VALUES, [item(1, 1), item(2, 'first'), item(3, 3)]);
		expect(outputs[0].map(({ json, pairedItem }) => [json.error ?? json.created, pairedItem])).toEqual([
			[true, { item: 0 }],
			[
				expect.stringMatching(/^Item 2: Variable "round" of type integer must be a whole number/),
				{ item: 1 },
			],
			[true, { item: 2 }],
		]);
		expect(await cases()).toHaveLength(2);
	});

	it('gives the case that is there without a look at its model', async () => {
		await start(VALUES, [item(1, 1)]);
		const { outputs } = await start(VALUES, [item(1, 'first')]);
		expect(outputs[0][0].json).toMatchObject({ created: false, businessKey: keyOf(1) });
		expect(calls().filter((call) => call.includes('/models'))).toEqual([]);
	});

	it('maps the fields of the item by their names', async () => {
		const named = {
			...NEEDED,
			key: keyOf(1),
			objectId: 4711,
			round: '1',
			deadlineAt: '2100-01-01',
			objectUrl: null,
			note: 'x',
		};
		const automatic = { mappingMode: 'autoMapInputData', value: null, schema: [], matchingColumns: [] };
		const { outputs } = await start({}, [named], { modelVariables: automatic });
		expect(outputs[0][0].json).toMatchObject({ created: true });
		expect(await variablesOf(keyOf(1))).toEqual({
			...NEEDED,
			objectId: '4711',
			round: 1,
			deadlineAt: expect.stringMatching(/^(2099-12-31|2100-01-01)T\d\d:00:00\.000Z$/),
		});
	});
});
