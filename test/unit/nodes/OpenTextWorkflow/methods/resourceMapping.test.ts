import type { INodeParameters } from 'n8n-workflow';
import { getModelVariables } from '../../../../../nodes/OpenTextWorkflow/methods/resourceMapping';
import { loadOptionsFunctions } from '../../../support/contexts';
import { declaringTenant, type Declaring } from '../../../support/declaring';
import { tenantCredential } from '../../../support/workflow';

const EACH: Declaring[] = [
	['orderNumber', 'string'],
	['isUrgent', 'boolean', 'true'],
	['round', 'int', '1'],
	['total', 'double'],
	['ledgerId', 'long', '9007199254740993'],
	['deadlineAt', 'datetime'],
	['lines', 'json'],
	['weight', 'money'],
];

const chosen = (value: unknown, mode = 'list', operation = 'start') => ({
	modelKey: { __rl: true, mode, value },
	operation,
});

async function load(parameters: object, tenant = declaringTenant(EACH)) {
	const functions = loadOptionsFunctions(tenant.service, tenantCredential());
	const entered: INodeParameters = { ...parameters };
	functions.getCurrentNodeParameter = jest.fn().mockImplementation((name: string) => entered[name]);
	return await getModelVariables.call(functions);
}

describe('the variables that the resource mapper offers for a start', () => {
	it('are those of the latest version of the model, each with its type and a field that takes it', async () => {
		const { fields } = await load(chosen('order'));
		expect(fields.map(({ id, displayName, type, required }) => [id, displayName, type, required])).toEqual([
			['orderNumber', 'orderNumber (string)', 'string', false],
			['isUrgent', 'isUrgent (boolean)', 'options', false],
			['round', 'round (integer)', 'number', false],
			['total', 'total (double)', 'number', false],
			['ledgerId', 'ledgerId (long)', 'string', false],
			['deadlineAt', 'deadlineAt (date)', 'dateTime', false],
			['lines', 'lines (JSON)', 'string', false],
			['weight', 'weight', 'string', false],
		]);
	});

	it('leave a boolean open until somebody chooses: a switch that nobody touches would say false', async () => {
		const { fields } = await load(chosen('order'));
		expect(fields[1].options?.map((option) => Reflect.get(option, 'value'))).toEqual([false, true]);
	});

	it('begin with what the model gives them, long numbers with all their digits', async () => {
		const { fields } = await load(chosen('order'));
		expect(Object.fromEntries(fields.map(({ id, defaultValue }) => [id, defaultValue]))).toEqual({
			isUrgent: true,
			round: 1,
			ledgerId: '9007199254740993',
		});
	});

	it('begin empty where what the model gives does not fit, or would be an expression of n8n', async () => {
		const wrong = declaringTenant([
			['round', 'int', 'first'],
			['isUrgent', 'boolean', 'perhaps'],
			['note', 'string', '={{ $env.HOME }}'],
		]);
		const { fields } = await load(chosen('order'), wrong);
		expect(fields).toHaveLength(3);
		for (const field of fields) expect(field).not.toHaveProperty('defaultValue');
	});

	it('are those of one version where one is chosen', async () => {
		const { fields } = await load(chosen('order:1:a', 'versionId'));
		expect(fields.map(({ id }) => id)).toEqual(['old']);
	});

	it('are those of the version that was chosen also where the service lists others as well', async () => {
		const tenant = declaringTenant(EACH, { unfiltered: true });
		expect((await load(chosen('order:1:a', 'versionId'), tenant)).fields).toHaveLength(1);
		expect((await load(chosen('order'), tenant)).fields).toHaveLength(EACH.length);
	});

	it('leave out the address that Start and Wait gives itself', async () => {
		const declared: Declaring[] = [
			['callback_url', 'string'],
			['round', 'int'],
		];
		const idsFor = async (operation: string) =>
			(await load(chosen('order', 'list', operation), declaringTenant(declared))).fields.map(({ id }) => id);
		expect(await idsFor('sendAndWait')).toEqual(['round']);
		expect(await idsFor('start')).toEqual(['callback_url', 'round']);
	});

	it.each([
		['no model is chosen', chosen(''), /^Choose a process model first\.$/],
		['nothing was entered yet', { operation: 'start' }, /^Choose a process model first\.$/],
		['an expression chooses it that gives nothing yet', chosen('={{ $json.x }}'), /^Choose a process model/],
		[
			'there is no such model',
			chosen('nowhere'),
			/^No process model with key "nowhere" is deployed\. Choose/,
		],
		[
			'there is no such version',
			chosen('order:9:z', 'versionId'),
			/^No version order:9:z of a process model is deployed\./,
		],
		[
			'a message starts it',
			chosen('orderArrived', 'message'),
			/^A message does not tell which process model/,
		],
	])('are none where %s, and it is said why', async (_when, parameters, notice) => {
		const { fields, emptyFieldsNotice } = await load(parameters);
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(notice);
	});

	it.each([
		['several versions may be meant', chosen('order:1:a', 'versionId'), { unfiltered: true, untold: true }],
		['the service shows no content', chosen('order'), { hidden: true }],
	])(
		'are none where %s, which is another thing than a model that declares none',
		async (_when, parameters, how) => {
			const { fields, emptyFieldsNotice } = await load(parameters, declaringTenant(EACH, how));
			expect(fields).toEqual([]);
			expect(emptyFieldsNotice).toMatch(
				/^Workflow Service does not show what process model "order.*" declares\./,
			);
		},
	);

	it('are none where the model declares none, and it is said what to do', async () => {
		const { fields, emptyFieldsNotice } = await load(chosen('order'), declaringTenant([]));
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(/^Process model "order" declares no variables\. .*Using JSON/);
	});
});
