import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../../e2e/harness/workflowFile';
import { MailBox } from '../../e2e/support/mailBox';
import { TemplateRunner, type RunnerSetup } from './support/templateRunner';
import { describeWithN8n } from './support/withN8n';

const node = (name: string, type: string, typeVersion: number, parameters: INodeParameters = {}): INode => ({
	id: name,
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	position: [0, 0],
	parameters,
});

const START = node('Start', 'manualTrigger', 1);

/** @param ways from node to node, by output, each `[from, ...to]` */
const template = (nodes: INode[], ...ways: Array<[string, ...string[]]>): WorkflowFile => ({
	name: 'Small',
	nodes,
	connections: ways.reduce<IConnections>(
		(connections, [from, ...to]) => ({
			...connections,
			[from]: { main: to.map((name) => [{ node: name, type: 'main', index: 0 }]) },
		}),
		{},
	),
});

const isLarge: INodeParameters = {
	conditions: {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
		combinator: 'and',
		conditions: [
			{
				id: '1',
				leftValue: '={{ $json.total }}',
				rightValue: 1000,
				operator: { type: 'number', operation: 'gte' },
			},
		],
	},
};

describeWithN8n('the template runner', () => {
	const open = async (file: WorkflowFile, credentials: RunnerSetup['credentials'] = {}) =>
		await TemplateRunner.open({ template: file, credentials });

	it("runs n8n's own nodes, and keeps what every node gave out by its outputs", async () => {
		const set = {
			assignments: { assignments: [{ id: '1', name: 'size', value: 'large', type: 'string' }] },
			includeOtherFields: true,
		};
		const runner = await open(
			template(
				[
					START,
					node('Is It Large?', 'if', 2.2, isLarge),
					node('Say So', 'set', 3.4, set),
					node('Leave It', 'noOp', 1),
				],
				['Start', 'Is It Large?'],
				['Is It Large?', 'Say So', 'Leave It'],
			),
		);
		const run = await runner.begin('Start', [{ total: 10 }, { total: 1_000 }, { total: 20 }]);
		expect(run.failure).toBeUndefined();
		expect(run.itemsOf('Is It Large?', 0)).toEqual([{ total: 1_000 }]);
		expect(run.itemsOf('Is It Large?', 1)).toEqual([{ total: 10 }, { total: 20 }]);
		expect(run.itemsOf('Say So')).toEqual([{ total: 1_000, size: 'large' }]);
	});

	it('gives the items of each output of a trigger to what stands behind it', async () => {
		const runner = await open(
			template([START, node('First', 'noOp', 1), node('Second', 'noOp', 1)], ['Start', 'First', 'Second']),
		);
		const run = await runner.begin('Start', [{ output: 0 }], [{ output: 1 }]);
		expect([run.itemsOf('First'), run.itemsOf('Second')]).toEqual([[{ output: 0 }], [{ output: 1 }]]);
	});

	it('lets a schedule tick', async () => {
		const every = { rule: { interval: [{ field: 'minutes', minutesInterval: 10 }] } };
		const runner = await open(
			template(
				[node('Every Ten Minutes', 'scheduleTrigger', 1.2, every), node('Then', 'noOp', 1)],
				['Every Ten Minutes', 'Then'],
			),
		);
		await runner.sweep();
		expect(runner.runs.map((run) => run.itemsOf('Then'))).toMatchObject([
			[{ timestamp: expect.any(String) }],
		]);
	});

	it('takes the mails of Send Email at the socket', async () => {
		const box = await MailBox.open();
		const mail = {
			fromEmail: 'shop@example.com',
			toEmail: '={{ $json.to }}',
			subject: 'Bestätigung',
			emailFormat: 'text',
			text: 'Grüße, und eine Zeile, die so lang ist, dass sie in der Nachricht umgebrochen werden muss.',
			options: { appendAttribution: false },
		};
		const runner = await open(
			template([START, node('Tell the Customer', 'emailSend', 2.1, mail)], ['Start', 'Tell the Customer']),
			box.credentials,
		);
		const run = await runner.begin('Start', [{ to: 'buyer@example.com' }]);
		await box.close();
		expect(run.failure).toBeUndefined();
		expect(box.mails).toEqual([
			{ from: 'shop@example.com', to: ['buyer@example.com'], subject: 'Bestätigung', text: mail.text },
		]);
	});

	it('names the node that failed, and what it said', async () => {
		const error = { errorMessage: 'The gateway is closed' };
		const runner = await open(
			template([START, node('Give Up', 'stopAndError', 1, error)], ['Start', 'Give Up']),
		);
		const run = await runner.begin('Start', [{}]);
		expect(run.failure).toMatch(/^"Give Up" \(begun by "Start"\): The gateway is closed/);
		expect(runner.failures).toEqual([run.failure]);
	});

	it('ends a template that goes in a circle, and names a node of it', async () => {
		const runner = await open(
			template(
				[START, node('There', 'noOp', 1), node('Back', 'noOp', 1)],
				['Start', 'There'],
				['There', 'Back'],
				['Back', 'There'],
			),
		);
		const run = await runner.begin('Start', [{}]);
		expect(run.failure).toMatch(/^"(There|Back)" .*goes in a circle/);
	});

	it('leaves an execution where it stands when n8n dies in it', async () => {
		const runner = await open(
			template(
				[START, node('There', 'noOp', 1), node('Beyond', 'noOp', 1)],
				['Start', 'There'],
				['There', 'Beyond'],
			),
		);
		runner.dieAfter('There');
		const [dead, alive] = [await runner.begin('Start', [{}]), await runner.begin('Start', [{}])];
		expect(dead.nodes).toEqual(['Start', 'There']);
		expect(alive.nodes).toEqual(['Start', 'There', 'Beyond']);
	});

	it('says which node is not there, and which package', async () => {
		const runner = await open(template([START]));
		const run = await runner.begin('Start', [{}]);
		expect(() => run.itemsOf('Nowhere')).toThrow('the template has no node "Nowhere"');
		await expect(runner.begin('Nowhere', [])).rejects.toThrow('the template has no node "Nowhere"');
		await expect(open(template([{ ...START, type: 'others.node' }]))).rejects.toThrow('No package others');
	});
});
