import type { INodeParameters } from 'n8n-workflow';
import { starting } from '../../../conformance/cases/OpenTextWorkflow/support';
import { smallModel } from '../../../conformance/cases/OpenTextWorkflow/model';
import { MANAGER, REVIEWER } from '../../../sandbox/core/fixtures';
import { SERVICE_GROUP } from '../../../sandbox/workflow/directory';
import type { Stage } from './stage';

export const NODE = 'openTextWorkflow';

/** A case, with the parameter that picks it. */
export async function begin(stage: Stage, round = 1): Promise<INodeParameters> {
	const begun = await stage.must(NODE, { resource: 'case', operation: 'start', ...starting(round) });
	return { caseId: String(begun.caseId) };
}

export async function end(stage: Stage, picked: INodeParameters): Promise<void> {
	const terminate = { resource: 'case', operation: 'terminate', ...picked, reason: 'cancelled' };
	await stage.must(NODE, terminate);
}

const taskComment = async (stage: Stage) => {
	await begin(stage);
	const { taskId } = await stage.must(NODE, { resource: 'task', operation: 'getAll', returnAll: true });
	return {
		resource: 'comment',
		operation: 'create',
		belongsTo: 'task',
		taskId: String(taskId),
		message: 'x',
	};
};

export async function tasksTakeComments(stage: Stage): Promise<void> {
	const create = await taskComment(stage);
	const { taskId } = create;
	expect(await stage.must(NODE, create)).toMatchObject({ taskId, message: 'x' });
	expect(await stage.must(NODE, { ...create, operation: 'getAll' })).toMatchObject({ taskId, message: 'x' });
}

export async function tasksTakeNoComments(stage: Stage): Promise<void> {
	const { error } = await stage.run(NODE, await taskComment(stage));
	expect(error).toMatch(/does not let comments be written on task/);
}

const taskVariable = async (stage: Stage) => {
	await begin(stage);
	const { taskId } = await stage.must(NODE, { resource: 'task', operation: 'getAll', returnAll: true });
	const picked = { resource: 'variable', belongsTo: 'task', taskId: String(taskId) };
	return { ...picked, operation: 'set', specifyVariables: 'json', variablesJson: '{"seen": true}' };
};

export async function tasksKeepVariables(stage: Stage): Promise<void> {
	const set = await taskVariable(stage);
	const { taskId } = set;
	const one = { ...set, variableName: 'seen' };
	expect(await stage.must(NODE, set)).toMatchObject({ taskId, set: ['seen'] });
	expect(await stage.must(NODE, { ...one, operation: 'get' })).toMatchObject({ taskId, value: true });
	expect(await stage.must(NODE, { ...one, operation: 'delete' })).toMatchObject({ deleted: true });
}

export async function tasksKeepNoVariables(stage: Stage): Promise<void> {
	const { error } = await stage.run(NODE, await taskVariable(stage));
	expect(error).toMatch(/does not let variables be written on task/);
}

/** A file that lies with a task comes from wherever the service gives it, or is said not to come. */
export async function filesAreFetched(stage: Stage, place: string): Promise<void> {
	await begin(stage);
	const { taskId } = await stage.must(NODE, { resource: 'task', operation: 'getAll', returnAll: true });
	const picked = { resource: 'taskAttachment', taskId: String(taskId) };
	const data = { data: Buffer.from('a lamp').toString('base64'), mimeType: 'text/plain', fileName: 'a.txt' };
	const upload = { ...picked, operation: 'upload', binaryProperty: 'data' };
	const { outputs } = await stage.world.run(NODE, upload, { data });
	const attachmentId = String(outputs.flat()[0].json.attachmentId);
	const { items: got, error } = await stage.run(NODE, { ...picked, operation: 'download', attachmentId });
	if (place === 'nowhere') expect(error).toMatch(/does not give the file of attachment/);
	else expect(got[0].file).toMatchObject({ bytes: 6, uploadedHashMatches: true });
}

const MODEL = { resource: 'model', source: 'text', model: smallModel('small') };

/** A model in XML arrives, however the service wants it encoded, and counts once. */
export async function modelsArrive(stage: Stage): Promise<void> {
	const deploy = { ...MODEL, operation: 'deploy' };
	expect(await stage.must(NODE, deploy)).toMatchObject({ deployed: true, modelKey: 'small' });
	expect(await stage.must(NODE, deploy)).toMatchObject({ deployed: false, version: 1 });
}

/** The trail tells what people did, with the steps of the model or without them. */
export async function trailsAreTold(stage: Stage, isOn: boolean): Promise<void> {
	const picked = await begin(stage);
	await end(stage, picked);
	const trail = await stage.all(NODE, { resource: 'history', operation: 'getAuditTrail', ...picked });
	const events = trail.map(({ event }) => event);
	expect(events).toEqual(expect.arrayContaining(['caseStarted', 'taskCreated', 'taskWithdrawn']));
	expect(events.at(-1)).toBe('caseTerminated');
	expect(events.includes('stepReached')).toBe(isOn);
	const steps = { resource: 'history', operation: 'getActivities', ...picked };
	const { items, error } = await stage.run(NODE, steps);
	if (isOn) expect(items[0]).toMatchObject({ type: 'startEvent' });
	else expect(error).toMatch(/does not tell the steps of cases$/);
}

/** A version that a case follows is not deleted in passing; where it is wished, the service decides. */
export async function followedModelsStay(stage: Stage, isOn: boolean): Promise<void> {
	await begin(stage);
	const filters = { modelKey: 'order_risk_review' };
	const { modelId } = await stage.must(NODE, { resource: 'model', operation: 'getAll', filters });
	const remove = { resource: 'model', operation: 'delete', modelId: String(modelId) };
	expect((await stage.run(NODE, remove)).error).toMatch(/^Item 1: Cases still follow version 1 of/);
	const { items, error } = await stage.run(NODE, { ...remove, evenRunning: true });
	if (isOn) expect(items).toMatchObject([{ deleted: true }]);
	else expect(error).toMatch(/^Item 1: Cases still follow process model /);
}

/** People and groups are put to a task and taken from it, and stand so once, however the service wants to be told. */
export async function peopleArePut(stage: Stage): Promise<void> {
	await begin(stage);
	const { taskId } = await stage.must(NODE, { resource: 'task', operation: 'getAll', returnAll: true });
	const picked = { resource: 'taskAssignment', taskId: String(taskId) };
	const names = async () => {
		const all = await stage.all(NODE, { ...picked, operation: 'getAll', returnAll: true });
		return all.map(({ user, group }) => user ?? group);
	};
	const [before] = [await names()];
	const people = [
		{ role: 'candidateUser', who: MANAGER },
		{ role: 'candidateGroup', who: SERVICE_GROUP },
		{ role: 'owner', who: REVIEWER },
	];
	for (const one of people) {
		const add = { ...picked, ...one, operation: 'add' };
		expect(await stage.must(NODE, add)).toMatchObject({ added: true });
		expect(await stage.must(NODE, add)).toMatchObject({ added: false });
	}
	expect((await names()).sort()).toEqual([...before, MANAGER, SERVICE_GROUP, REVIEWER].sort());
	const unknown = { ...picked, operation: 'add', role: 'candidateUser', who: 'nobody@example.com' };
	expect((await stage.run(NODE, unknown)).error).toMatch(
		/did not accept the values sent for the assignments/,
	);
	for (const one of people) {
		const remove = { ...picked, ...one, operation: 'remove' };
		expect(await stage.must(NODE, remove)).toMatchObject({ removed: true });
		expect(await stage.must(NODE, remove)).toMatchObject({ removed: false });
	}
	expect(await names()).toEqual(before);
}

/** A model that waits for a person and was never drawn. */
const UNDRAWN = smallModel('undrawn')
	.replace('<endEvent', "<userTask id='look' name='Look'/><endEvent")
	.replace("targetRef='end'/>", "targetRef='look'/><sequenceFlow id='on' sourceRef='look' targetRef='end'/>");

/** That a model has no picture is told as that, and of a drawn one it comes. */
export async function undrawnIsTold(stage: Stage): Promise<void> {
	const drawn = await begin(stage);
	const diagram = { resource: 'case', operation: 'getDiagram' };
	expect(await stage.must(NODE, { ...diagram, ...drawn })).toMatchObject({ file: { mimeType: 'image/png' } });
	await stage.must(NODE, { ...MODEL, operation: 'deploy', model: UNDRAWN });
	const modelKey = { __rl: true, mode: 'key', value: 'undrawn' };
	const start = { resource: 'case', operation: 'start', modelKey, businessKey: 'undrawn:1' };
	const { caseId } = await stage.must(NODE, start);
	const { error } = await stage.run(NODE, { ...diagram, caseId: String(caseId) });
	expect(error).toBe(`Item 1: The process model of case ${String(caseId)} has no picture`);
}

/** Whatever a list comes in, all of it is read: the open and the ended cases, the tasks, and who may take them. */
export async function listsAreRead(stage: Stage): Promise<void> {
	const rounds = Array.from({ length: 12 }, (_, at) => at + 1);
	const picked = [];
	for (const round of rounds) picked.push(await begin(stage, round));
	const all = async (resource: string, operation: string, more: INodeParameters = {}) =>
		await stage.all(NODE, { resource, operation, returnAll: true, ...more });
	const [{ taskId }, ...others] = await all('task', 'getAll');
	expect(others).toHaveLength(rounds.length - 1);
	expect(await all('case', 'getAll')).toHaveLength(rounds.length);
	expect(await all('taskAssignment', 'getAll', { taskId: String(taskId) })).toHaveLength(1);
	await end(stage, picked[0]);
	expect(await all('history', 'getCases')).toHaveLength(rounds.length);
	expect(await all('history', 'getTasks')).toHaveLength(rounds.length);
}

/** A case is found by its business key, and started only once for it, also where the service does not filter by it. */
export async function casesAreFoundByKey(stage: Stage): Promise<void> {
	const ids = [];
	for (const round of [1, 2, 3]) ids.push(await begin(stage, round));
	const start = { resource: 'case', operation: 'start', ...starting(2) };
	expect(await stage.must(NODE, start)).toMatchObject({ created: false, ...ids[1] });
	const all = { resource: 'case', operation: 'getAll', returnAll: true };
	expect(await stage.all(NODE, all)).toHaveLength(3);
}

/** A case that was ended is told as that, with the reason where the service keeps it. */
export async function endsAreTold(stage: Stage, isKept: boolean): Promise<void> {
	const picked = await begin(stage);
	await end(stage, picked);
	const told = await stage.must(NODE, { resource: 'case', operation: 'get', ...picked });
	expect(told).toMatchObject({ ended: true, cancelled: true, endReason: expect.any(String) });
	expect(told.endReason === 'cancelled').toBe(isKept);
}
