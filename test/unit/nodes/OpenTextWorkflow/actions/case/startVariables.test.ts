import type { INodeParameters } from 'n8n-workflow';
import { declaringTenant, type Declaring } from '../../../../support/declaring';
import { describeThreeWorkflowItems, runWorkflow, runWorkflowOutputs } from '../../../../support/workflow';

const START = { resource: 'case', operation: 'start' };

const DECLARED: Declaring[] = [
	['orderNumber', 'string'],
	['isUrgent', 'boolean'],
	['round', 'int'],
	['total', 'double'],
	['ledgerId', 'long'],
	['deadlineAt', 'datetime'],
	['lines', 'json'],
	['weight', 'money'],
];

const mapper = (value: INodeParameters, mappingMode = 'defineBelow') => ({
	specifyVariables: 'model',
	modelVariables: { mappingMode, value, schema: [], matchingColumns: [] },
});

const item = (businessKey: string, value: INodeParameters, mode = 'key', model = 'order') => ({
	modelKey: { __rl: true, mode, value: model },
	businessKey,
	...mapper(value),
});

const started = async (value: INodeParameters) => {
	const tenant = declaringTenant(DECLARED);
	await runWorkflow({ ...START, service: tenant.service, items: [item('k1', value)] });
	return tenant.posts[0].variables;
};

describe('starting a case with the variables that its model declares', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...START,
		items: [item('k1', { round: 1 }), item('k2', { round: 'first' }), item('k3', { round: 3 })],
		service: () => declaringTenant(DECLARED).service,
		outputs: [
			{ created: true, caseId: 'c1', businessKey: 'k1', variables: { round: 1 } },
			{ created: true, caseId: 'c2', businessKey: 'k3', variables: { round: 3 } },
		],
		refusal:
			'Item 2: Variable "round" of type integer must be a whole number of at least -2147483648 and at most 2147483647, but it is "first"',
	});

	it('sends each with its type, as the service takes it (reference 5.1)', async () => {
		const value = {
			orderNumber: '4711',
			isUrgent: 'true',
			round: '2',
			total: '12.50',
			ledgerId: '9007199254740991',
			deadlineAt: '2026-11-22T10:00:00+02:00',
			lines: '[{"sku": "a"}]',
			weight: '3 kg',
		};
		expect(await started(value)).toEqual([
			{ name: 'orderNumber', type: 'string', value: '4711' },
			{ name: 'isUrgent', type: 'boolean', value: true },
			{ name: 'round', type: 'integer', value: 2 },
			{ name: 'total', type: 'double', value: 12.5 },
			{ name: 'ledgerId', type: 'long', value: 9_007_199_254_740_991 },
			{ name: 'deadlineAt', type: 'date', value: '2026-11-22T08:00:00.000Z' },
			{ name: 'lines', type: 'json', value: [{ sku: 'a' }] },
			{ name: 'weight', value: '3 kg' },
		]);
	});

	it('sends nothing for what was left empty, but a no for a no', async () => {
		expect(await started({ orderNumber: '', round: null, isUrgent: false })).toEqual([
			{ name: 'isUrgent', type: 'boolean', value: false },
		]);
	});

	it.each([
		[{ round: 1.5 }, 'Variable "round" of type integer must be a whole number'],
		[{ round: 2 ** 31 }, 'Variable "round" of type integer must be a whole number'],
		[{ total: 'much' }, 'Variable "total" of type double must be a number'],
		[{ ledgerId: '9007199254740993' }, 'Variable "ledgerId" of type long has more digits than can be kept'],
		[{ isUrgent: 'perhaps' }, 'Variable "isUrgent" of type boolean must be true or false'],
		[{ deadlineAt: 'tomorrow' }, 'Variable "deadlineAt" of type date must be a date and time'],
		[{ lines: '[{' }, 'Variable "lines" of type json is not valid JSON'],
		[{ orderNumber: { a: 1 } }, 'Variable "orderNumber" of type string must be text'],
		[{ gone: 'x' }, 'Model Variables has no field "gone"'],
	])('refuses %j by the item and the variable, and starts nothing', async (value, refusal) => {
		const tenant = declaringTenant(DECLARED);
		const run = runWorkflow({ ...START, service: tenant.service, items: [item('k1', value)] });
		await expect(run).rejects.toThrow(`Item 1: ${refusal}`);
		expect(tenant.posts).toEqual([]);
	});

	it('gives the case that is there without a look at its model, and whatever was entered', async () => {
		const tenant = declaringTenant(DECLARED);
		await runWorkflow({ ...START, service: tenant.service, items: [item('k1', { round: 1 })] });
		const before = tenant.reads().length;
		const [{ json }] = await runWorkflow({
			...START,
			service: tenant.service,
			items: [item('k1', { round: 'first' })],
		});
		expect(json).toMatchObject({ created: false, caseId: 'c1' });
		expect(tenant.reads()).toHaveLength(before);
	});

	it('reads a model once for all items that start it', async () => {
		const tenant = declaringTenant(DECLARED);
		const items = ['k1', 'k2', 'k3', 'k4'].map((key) => item(key, { round: 1 }));
		await runWorkflow({ ...START, service: tenant.service, items });
		expect(tenant.posts).toHaveLength(4);
		expect(tenant.reads()).toHaveLength(2);
	});

	it('takes the fields of the item that have the names of the variables, and no other, where it maps automatically', async () => {
		const tenant = declaringTenant(DECLARED);
		const json = { round: '2', note: 'x', total: null };
		await runWorkflowOutputs({
			...START,
			service: tenant.service,
			items: [{ ...item('k1', {}), ...mapper({}, 'autoMapInputData') }],
			prepare: (functions) => functions.getInputData.mockReturnValue([{ json }]),
		});
		expect(tenant.posts[0].variables).toEqual([{ name: 'round', type: 'integer', value: 2 }]);
	});

	it('takes the variables of the version that is started', async () => {
		const tenant = declaringTenant(DECLARED);
		const old = item('k1', { old: 'x' }, 'versionId', 'order:1:a');
		await runWorkflow({ ...START, service: tenant.service, items: [old] });
		expect(tenant.posts[0].variables).toEqual([{ name: 'old', type: 'string', value: 'x' }]);
	});

	it.each([
		['a message starts it', item('k1', { round: 1 }, 'message', 'orderArrived'), 'A message does not tell'],
		['there is no such model', item('k1', {}, 'key', 'nowhere'), 'No process model with key "nowhere"'],
		['there is no such version', item('k1', {}, 'versionId', 'order:9:z'), 'No version order:9:z'],
	])('refuses it where %s, and starts nothing', async (_when, parameters, refusal) => {
		const tenant = declaringTenant(DECLARED);
		const run = runWorkflow({ ...START, service: tenant.service, items: [parameters] });
		await expect(run).rejects.toThrow(`Item 1: ${refusal}`);
		expect(tenant.posts).toEqual([]);
	});

	it('refuses it where the model declares none', async () => {
		const tenant = declaringTenant([]);
		const run = runWorkflow({ ...START, service: tenant.service, items: [item('k1', {})] });
		await expect(run).rejects.toThrow('Item 1: Process model "order" declares no variables');
		expect(tenant.posts).toEqual([]);
	});
});
