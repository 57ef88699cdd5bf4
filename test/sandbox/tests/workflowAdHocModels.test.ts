import { modelWith, RUNS } from './adHocModel';
import { openWorkflow, type Workflow } from './workflowHarness';

describe('models with an ad-hoc sub-process in the Workflow Service stand-in', () => {
	let workflow: Workflow;
	beforeAll(async () => {
		workflow = await openWorkflow();
	});
	afterAll(async () => await workflow.close());

	const deploy = async (modelContent: string) =>
		await workflow.api('POST', '/runtime/models', { modelType: 'xml', modelContent });

	it("shows what lies in it in the service's own form", async () => {
		const { data: model } = await deploy(modelWith(RUNS));
		const { data } = await workflow.api('GET', `/runtime/models/${model.id}?modelType=json`);
		const shape = data.modelContent.childShapes.find(
			({ resourceId }: { resourceId: string }) => resourceId === 'work',
		);
		expect(shape.childShapes.map(({ resourceId }: { resourceId: string }) => resourceId)).toEqual([
			'call',
			'inspect',
		]);
	});

	it.each([
		['nothing in it', '', /there is nothing to start/],
		['a script in it', '<scriptTask id="x"/>', /x: a bpmn:ScriptTask in an ad-hoc sub-process/],
		[
			'another one in it',
			`<adHocSubProcess id="x">${RUNS}</adHocSubProcess>`,
			/x: a bpmn:AdHocSubProcess in an ad-hoc sub-process/,
		],
		[
			'an order in it',
			`${RUNS}<sequenceFlow id="y" sourceRef="call" targetRef="inspect"/>`,
			/work: sequence flows in an ad-hoc sub-process/,
		],
		[
			'a condition that nobody can read',
			`${RUNS}<completionCondition xsi:type="tFormalExpression">\${called ==}</completionCondition>`,
			/^The process 'free' cannot run here: work: /,
		],
	])('is not deployed with %s', async (_, inside, reason) => {
		const { status, data } = await deploy(modelWith(inside));
		expect(status).toBe(400);
		expect(data.exception).toMatch(reason);
	});
});
