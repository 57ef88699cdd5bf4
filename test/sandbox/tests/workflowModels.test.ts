import { HOUR, openWorkflow, type Workflow } from './workflowHarness';

const HEAD =
	'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:workflow="http://workflow.opentext.com" targetNamespace="http://example.com/test">';
const process = (inner: string, before = '') =>
	`${HEAD}${before}<process id="small" name="Small" isExecutable="true">${inner}</process></definitions>`;
const flow = (id: string, from: string, to: string, condition = '') =>
	`<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${
		condition && `<conditionExpression><![CDATA[${condition}]]></conditionExpression>`
	}</sequenceFlow>`;

const STRAIGHT = process(`<startEvent id="s"/><endEvent id="e"/>${flow('f', 's', 'e')}`);
const WITH_TASK = process(
	`<startEvent id="s"/><userTask id="t" name="Task of \${who}" workflow:assignee="$INITIATOR" workflow:dueDate="PT2H" workflow:priority="70"/>
	<endEvent id="e"><terminateEventDefinition/></endEvent>${flow('f', 's', 't')}${flow('g', 't', 'e')}`,
);

describe('process models in the Workflow Service stand-in', () => {
	let workflow: Workflow;
	beforeEach(async () => {
		workflow = await openWorkflow();
	});
	afterEach(async () => await workflow.close());

	const deploy = async (modelContent: unknown, modelType = 'xml') =>
		await workflow.api('POST', '/runtime/models', { modelType, modelContent });
	const startSmall = async (more = {}) =>
		await workflow.api('POST', '/process-instances', { processDefinitionKey: 'small', ...more });

	it('has deployed the models of this package at start', async () => {
		const { data } = await workflow.api('GET', '/runtime/models?key=order_risk_review');
		expect(data._embedded.models).toEqual([
			expect.objectContaining({ key: 'order_risk_review', name: 'Order Risk Review', version: 1 }),
		]);
	});

	it('deploys a key again as a new version: new cases use it, running ones keep theirs', async () => {
		expect((await deploy(WITH_TASK)).data).toMatchObject({ key: 'small', version: 1 });
		const { data: old } = await startSmall({ variables: [{ name: 'who', value: 'Ann' }] });
		expect((await deploy(Buffer.from(STRAIGHT).toString('base64'))).data.version).toBe(2);
		expect((await startSmall()).data.ended).toBe(true);
		expect((await workflow.tasks(old.id))[0].name).toBe('Task of Ann');
		const list = async (query: string) =>
			(await workflow.api('GET', `/runtime/models?key=small${query}`)).data.page.totalElements;
		expect(await list('')).toBe(2);
		expect(await list('&latestVersion=true')).toBe(1);
	});

	it('gives a case without a wait state back as already ended', async () => {
		await deploy(STRAIGHT);
		const { status, data } = await startSmall();
		expect(status).toBe(201);
		expect(data.ended).toBe(true);
		expect((await workflow.api('GET', `/process-instances/${data.id}`)).status).toBe(404);
	});

	it('takes assignee, due date and priority of a task from the model, and names a terminate end event', async () => {
		await deploy(WITH_TASK);
		const { data } = await startSmall({ variables: [{ name: 'who', value: 'Ann' }] });
		const [task] = await workflow.tasks(data.id);
		expect(task).toMatchObject({ assignee: 'sandbox-client', priority: 70 });
		expect(Date.parse(task.dueDate) - Date.parse(task.createTime)).toBe(2 * HOUR);
		expect((await workflow.api('POST', `/tasks/${task.id}`, { action: 'complete' })).status).toBe(204);
		expect((await workflow.history('GET', `/historic-process-instances/${data.id}`)).data).toMatchObject({
			endActivityId: 'e',
			deleteReason: 'terminate end event (e)',
		});
	});

	it.each([
		['either', [201, 201]],
		['plain', [201, 400]],
		['base64', [400, 201]],
	])('takes XML as plain text and in base64 as the switch says: %s', async (xmlModels, statuses) => {
		await workflow.control('POST', '/workflow/settings', { xmlModels });
		const answers = [await deploy(STRAIGHT), await deploy(Buffer.from(STRAIGHT).toString('base64'))];
		expect(answers.map(({ status }) => status)).toEqual(statuses);
	});

	it('keeps a model that a case follows when the switch says so', async () => {
		await workflow.control('POST', '/workflow/settings', { undeploysWithCases: false });
		const { data: model } = await deploy(WITH_TASK);
		const { data } = await startSmall({ variables: [{ name: 'who', value: 'Ann' }] });
		expect((await workflow.api('DELETE', `/runtime/models/${model.id}`)).status).toBe(409);
		await workflow.api('DELETE', `/process-instances/${data.id}`);
		expect((await workflow.api('DELETE', `/runtime/models/${model.id}`)).status).toBe(204);
	});

	it('runs branches in parallel and joins them', async () => {
		await deploy(
			process(
				`<startEvent id="s"/><parallelGateway id="split"/><userTask id="a" name="A"/><userTask id="b" name="B"/><parallelGateway id="join"/><endEvent id="e"/>
				${flow('1', 's', 'split')}${flow('2', 'split', 'a')}${flow('3', 'split', 'b')}${flow('4', 'a', 'join')}${flow('5', 'b', 'join')}${flow('6', 'join', 'e')}`,
			),
		);
		const { data } = await startSmall();
		const open = await workflow.tasks(data.id);
		expect(open.map(({ name }: { name: string }) => name).sort()).toEqual(['A', 'B']);
		for (const { id } of open) {
			expect((await workflow.api('GET', `/process-instances/${data.id}`)).status).toBe(200);
			await workflow.api('POST', `/tasks/${id}`, { action: 'claim', assignee: 'rita.reviewer@example.com' });
			await workflow.api('POST', `/tasks/${id}`, { action: 'complete' });
		}
		expect((await workflow.api('GET', `/process-instances/${data.id}`)).status).toBe(404);
	});

	it('starts a model with a message start event by the name of the message, and only so', async () => {
		await deploy(
			process(
				`<startEvent id="s"><messageEventDefinition messageRef="m"/></startEvent><userTask id="t" name="T"/><endEvent id="e"/>${flow('f', 's', 't')}${flow('g', 't', 'e')}`,
				'<message id="m" name="orderArrived"/>',
			),
		);
		expect((await startSmall()).status).toBe(400);
		const { status, data } = await workflow.api('POST', '/process-instances', { message: 'orderArrived' });
		expect(status).toBe(201);
		expect(await workflow.tasks(data.id)).toHaveLength(1);
	});

	it('offers transient variables until the first wait state only', async () => {
		await deploy(
			process(
				`<startEvent id="s"/><userTask id="t" name="Task of \${who}"/><endEvent id="e"/>${flow('f', 's', 't')}${flow('g', 't', 'e')}`,
			),
		);
		const { data } = await startSmall({
			transientVariables: [{ name: 'who', value: 'Bea' }],
			returnVariables: true,
		});
		expect(data.variables).toEqual([]);
		expect((await workflow.tasks(data.id))[0].name).toBe('Task of Bea');
	});

	it.each([
		['text that is no XML', 'hello', 'XML'],
		[
			'a service task',
			process('<startEvent id="s"/><serviceTask id="call"/>' + flow('f', 's', 'call')),
			'call',
		],
		['a flow to nowhere', process('<startEvent id="s"/>' + flow('lost', 's', 'gone')), 'lost'],
		[
			'an expression that cannot be read',
			process('<startEvent id="s"/><endEvent id="e"/>' + flow('bad', 's', 'e', '${a ==}')),
			'bad',
		],
		['no executable process', `${HEAD}<process id="p"/></definitions>`, 'isExecutable'],
	])('refuses %s with 400 that says what is wrong', async (_, content, named) => {
		const { status, data } = await deploy(content);
		expect(status).toBe(400);
		expect(data.exception).toContain(named);
	});

	it.each([
		['a JSON model as a string', '{}', 'json', 'string content'],
		['BPMN that is no string', { properties: { process_id: 'x' } }, 'xml', 'object content'],
		['JSON that is no model', { properties: { process_id: 'x' } }, 'json', 'BPMNDiagram'],
	])('refuses %s with 400 that says what is wrong', async (_, content, type, named) => {
		const { status, data } = await deploy(content, type);
		expect(status).toBe(400);
		expect(data.exception).toContain(named);
	});

	it('shows the outcomes of a task in the JSON form of a model', async () => {
		const { data: list } = await workflow.api('GET', '/runtime/models?key=order_risk_review');
		const [{ id }] = list._embedded.models;
		const { data } = await workflow.api('GET', `/runtime/models/${id}?modelType=json`);
		const shape = data.modelContent.childShapes.find(
			({ resourceId }: { resourceId: string }) => resourceId === 'reviewOrder',
		);
		expect(shape.properties.possibleoutcomes).toBe(
			'Approve:approved,Reject:rejected,More Information:moreInformation',
		);
		expect((await workflow.api('GET', `/runtime/models/${id}`)).data.modelContent).toContain('<definitions');
	});

	it('shows the variables that a model declares in its JSON form, also of one that was deployed as BPMN', async () => {
		const contentOf = async (key: string) => {
			const { data } = await workflow.api('GET', `/runtime/models?key=${key}&latestVersion=true`);
			const [{ id }] = data._embedded.models;
			return (await workflow.api('GET', `/runtime/models/${id}?modelType=json`)).data.modelContent;
		};
		const { items } = (await contentOf('order_risk_review')).properties.dataproperties;
		expect(items).toContainEqual({
			dataproperty_name: 'round',
			dataproperty_type: 'int',
			dataproperty_value: '',
		});
		expect(items).toHaveLength(30);
		const declaring = WITH_TASK.replace(
			/(<process[^>]*>)/,
			'$1<dataObject id="d1" name="limit" itemSubjectRef="xsd:double"><extensionElements><workflow:value>5 &lt; 6</workflow:value></extensionElements></dataObject>',
		);
		const { data: model } = await deploy(declaring);
		expect((await contentOf(model.key)).properties.dataproperties.items).toEqual([
			{ dataproperty_name: 'limit', dataproperty_type: 'double', dataproperty_value: '5 < 6' },
		]);
	});

	it('takes an undeployed model out of new starts, but lets its cases go on', async () => {
		const { data: model } = await deploy(WITH_TASK);
		const { data } = await startSmall({ variables: [{ name: 'who', value: 'Ann' }] });
		expect((await workflow.api('DELETE', `/runtime/models/${model.id}`)).status).toBe(204);
		expect((await workflow.api('GET', `/runtime/models/${model.id}`)).status).toBe(404);
		expect((await startSmall()).status).toBe(400);
		const [task] = await workflow.tasks(data.id);
		expect((await workflow.api('POST', `/tasks/${task.id}`, { action: 'complete' })).status).toBe(204);
	});
});
