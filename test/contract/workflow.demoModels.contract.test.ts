/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HOUR, MANAGER, openWorkflow, type Workflow } from '../sandbox/tests/workflowHarness';
import { absence } from './spec/specSet';

/** Where the vendor's demo lies beside the project; it is not part of it. */
const FOLDER = path.resolve(__dirname, '../../../shared/specs/opentext-workflow-service');
const isThere = existsSync(FOLDER);

interface Shape {
	resourceId: string;
	stencil: { id: string };
	properties: Record<string, unknown>;
	outgoing: Array<{ resourceId: string }>;
	target?: { resourceId: string };
}

const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');
const modelIn = (name: string): { childShapes: Shape[] } => JSON.parse(read(`${name}.otwf.json`)).data;

/** Stencils that call something, or run what nobody deployed here. */
const OUTSIDE = ['HttpTask', 'MailTask', 'ScriptTask', 'CallActivity', 'InclusiveGateway'];

/** The model without its calls: where one was, the way goes straight on. */
function withoutCalls(name: string): object {
	const model = modelIn(name);
	const calls = model.childShapes.filter(({ stencil }) => stencil.id === 'HttpTask');
	let shapes = model.childShapes;
	for (const call of calls) {
		const [out] = call.outgoing.map(({ resourceId }) =>
			shapes.find((shape) => shape.resourceId === resourceId),
		);
		const goesOn = (shape: Shape) =>
			shape.target?.resourceId === call.resourceId
				? { ...shape, target: out?.target, outgoing: out?.outgoing ?? [] }
				: shape;
		shapes = shapes.filter((shape) => shape !== call && shape !== out).map(goesOn);
	}
	return { ...model, childShapes: shapes };
}

/** The BPMN without its calls: where one was, the way goes straight on. Nothing is drawn, since the drawing shows them. */
function bpmnWithoutCalls(name: string): string {
	let xml = read(name).replace(/<bpmndi:BPMNDiagram[\s\S]*?<\/bpmndi:BPMNDiagram>/, '');
	for (const [call, id] of [...xml.matchAll(/<serviceTask id="([^"]+)"[\s\S]*?<\/serviceTask>/g)]) {
		const out = new RegExp(
			`<sequenceFlow [^>]*sourceRef="${id}" targetRef="([^"]+)"[\\s\\S]*?</sequenceFlow>`,
		);
		const [flow = '', target = ''] = out.exec(xml) ?? [];
		xml = xml.replace(call, '').replace(flow, '').replaceAll(`targetRef="${id}"`, `targetRef="${target}"`);
	}
	return xml;
}

const suite = isThere ? describe : describe.skip;

suite(`OpenText's own demo models${isThere ? '' : ` (${absence('its demo', FOLDER)})`}`, () => {
	let workflow: Workflow;
	beforeAll(async () => {
		workflow = await openWorkflow();
	});
	afterAll(async () => await workflow.close());

	const deploy = async (modelType: string, modelContent: unknown) =>
		await workflow.api('POST', '/runtime/models', { modelType, modelContent });

	it.each(['contract_approval', 'manager_approval', 'solvency_check'])(
		'%s is read as a whole, and refused for what it calls and for nothing else',
		async (name) => {
			const { status, data } = await deploy('json', modelIn(name));
			expect(status).toBe(400);
			const named = [...data.exception.matchAll(/(sid-[\w-]+): a bpmn:\w+ is not supported/g)];
			const calls = modelIn(name).childShapes.filter(({ stencil }) => OUTSIDE.includes(stencil.id));
			expect(named.map(([, id]) => id).sort()).toEqual(calls.map(({ resourceId }) => resourceId).sort());
			expect(data.exception.split(';')).toHaveLength(calls.length);
		},
	);

	it('the BPMN of 2021 is read, and refused for what it calls', async () => {
		const { status, data } = await deploy('xml', read('approveContract-2021.bpmn20.xml'));
		expect(status).toBe(400);
		expect(data.exception).toContain("The process 'approveContractId' cannot run here");
		expect(data.exception).toContain('a bpmn:ServiceTask is not supported');
	});

	const start = async () => {
		const { status, data } = await workflow.api('POST', '/process-instances', {
			processDefinitionKey: 'manager_approval',
			variables: [
				{ name: 'approver_role', value: 'Line Manager' },
				{ name: 'approver_group', value: 'line_managers' },
			],
		});
		expect(status).toBe(201);
		return data.id;
	};
	const ended = async (id: string) =>
		(await workflow.history('GET', `/historic-process-instances/${id}?includeProcessVariables=true`)).data;

	it('manager_approval runs without its calls: people approve, or its time runs out and a listener says so', async () => {
		const { status, data } = await deploy('json', withoutCalls('manager_approval'));
		expect(data).toMatchObject({ key: 'manager_approval', name: 'Manager Approval', modelType: 'json' });
		expect(status).toBe(201);

		const approved = await start();
		const [task] = await workflow.tasks(approved);
		expect(task.name).toBe('Line Manager Approval');
		await workflow.decide(approved, 'approved', MANAGER);
		expect(await ended(approved)).toMatchObject({
			endActivityId: 'sid-8EB9E6B2-5D04-4C52-AC58-FC6439B3A514',
		});

		const late = await start();
		await workflow.advance(HOUR);
		const { endTime, variables } = await ended(late);
		expect(endTime).not.toBeNull();
		expect(variables).toContainEqual(expect.objectContaining({ name: 'approvalStatus', value: 'expired' }));
	});

	it('the BPMN of 2021 runs without its calls: small contracts pass, others wait for somebody, and none waits for ever', async () => {
		const { status } = await deploy('xml', bpmnWithoutCalls('approveContract-2021.bpmn20.xml'));
		expect(status).toBe(201);
		const begin = async (value: number, risk: number) => {
			const properties = {
				contract_value: value,
				contract_risk: risk,
				contract_status: 'WAIT FOR APPROVAL',
			};
			const links = { 'urn:eim:linkrel:download-media': { href: 'https://example.com/contract' } };
			const cmsContract = { name: 'Contract', properties, _links: links };
			const answer = await workflow.api('POST', '/process-instances', {
				message: 'contractApproval',
				returnVariables: true,
				variables: [{ name: 'cmsContract', type: 'json', value: cmsContract }],
			});
			expect(answer.status).toBe(201);
			return String(answer.data.id);
		};
		const isOver = async (id: string) => (await ended(id)).endTime !== null;

		expect(await isOver(await begin(1_000, 3))).toBe(true);
		for (const [value, risk, outcome] of [
			[1_001, 0, 'approved'],
			[10, 4, 'rejected'],
		] as const) {
			const id = await begin(value, risk);
			const [task] = await workflow.tasks(id);
			expect(task.name).toBe('Manager approval');
			await workflow.decide(id, outcome, MANAGER);
			expect(await isOver(id)).toBe(true);
		}
		const late = await begin(5_000, 5);
		expect(await isOver(late)).toBe(false);
		await workflow.advance(HOUR / 10);
		expect(await isOver(late)).toBe(true);
	});
});
