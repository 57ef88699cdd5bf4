import type { IDataObject } from 'n8n-workflow';
import { REVIEWER } from '../../../sandbox/core/fixtures';
import type { Switches } from '../../../sandbox/workflow/switches';
import { keyOf as key } from '../../../conformance/cases/OpenTextWorkflow/support';
import { onAndOff, positions, type Position } from './position';
import type { Stage } from './stage';
import { activitiesStart, adHocWorkEnds } from './workflowAdHoc';
import { executionsGoOn, messagesArrive } from './workflowExecutions';
import {
	begin,
	casesAreFoundByKey,
	end,
	endsAreTold,
	filesAreFetched,
	followedModelsStay,
	listsAreRead,
	modelsArrive,
	NODE,
	peopleArePut,
	tasksKeepNoVariables,
	tasksKeepVariables,
	tasksTakeComments,
	tasksTakeNoComments,
	trailsAreTold,
	undrawnIsTold,
} from './workflowRecords';

const TRIGGER = 'openTextWorkflowTrigger';

const MINUTE_MS = 60_000;

const casesIn = (items: IDataObject[] | null) => (items ?? []).map(({ businessKey }) => businessKey);

/** More ended cases than the history shows at once by itself, each told once, however late it is shown. @param first so that none of them had ended before the trigger was published */
const tellsEachOnce =
	(count: number, first = 1) =>
	async (stage: Stage) => {
		const trigger = await stage.trigger(TRIGGER, { event: 'caseEnded' });
		const rounds = Array.from({ length: count }, (_, at) => at + first);
		const told: unknown[] = [];
		for (const round of rounds) {
			await end(stage, await begin(stage, round));
			if ((round - first) % 5 === 4) told.push(...casesIn(await trigger.poll()));
		}
		for (let poll = 0; poll < 3; poll += 1) {
			await stage.pass(MINUTE_MS);
			told.push(...casesIn(await trigger.poll()));
		}
		expect([...told].sort()).toEqual(rounds.map(key).sort());
	};

/** Each task is told once, when it begins and when it ends. */
async function tellsTasksOnce(stage: Stage): Promise<void> {
	const created = await stage.trigger(TRIGGER, { event: 'taskCreated' });
	const completed = await stage.trigger(TRIGGER, { event: 'taskCompleted' });
	await begin(stage);
	const [begun] = (await created.poll()) ?? [];
	const taskId = String(begun.taskId);
	await stage.must(NODE, {
		resource: 'task',
		operation: 'complete',
		taskId,
		outcome: 'approved',
		options: { assignee: REVIEWER },
	});
	await stage.pass(MINUTE_MS);
	expect(await completed.poll()).toMatchObject([{ taskId }]);
	await stage.pass(MINUTE_MS);
	expect([await created.poll(), await completed.poll()]).toEqual([null, null]);
	await tellsEachOnce(5, 2)(stage);
}

/** What is done is shown as done. */
async function decisionsAreRead(stage: Stage): Promise<void> {
	const picked = await begin(stage);
	await end(stage, picked);
	const decision = { resource: 'case', operation: 'getDecision', ...picked };
	expect(await stage.must(NODE, decision)).toMatchObject({ ended: true, cancelled: true });
	await tellsEachOnce(5, 2)(stage);
}

/** A task that nobody holds is not completed in nobody's name, whether or not the service would allow it. */
async function nobodyCompletesNothing(stage: Stage): Promise<void> {
	await begin(stage);
	const task = await stage.must(NODE, { resource: 'task', operation: 'getAll', returnAll: true });
	const complete = {
		resource: 'task',
		operation: 'complete',
		taskId: String(task.taskId),
		outcome: 'approved',
	};
	const { error } = await stage.run(NODE, complete);
	expect(error).toMatch(/is not claimed by anybody/);
	const claimed = { ...complete, options: { assignee: REVIEWER } };
	const undecided = await stage.run(NODE, { ...claimed, outcome: '' });
	expect(undecided.error).toMatch(/needs an outcome/);
	expect(await stage.must(NODE, claimed)).toMatchObject({
		completed: true,
	});
}

async function signsInAgain(stage: Stage): Promise<void> {
	const picked = await begin(stage);
	const read = { resource: 'case', operation: 'get', ...picked };
	for (let turn = 0; turn < 3; turn += 1) {
		expect(await stage.must(NODE, read)).toMatchObject({ ended: false });
		await stage.pass(2_000);
	}
}

/** More work than is allowed in a second is done all the same. */
async function thePaceIsKept(stage: Stage): Promise<void> {
	const rounds = [1, 2, 3, 4, 5, 6, 7, 8];
	const { caseId } = await begin(stage);
	const read = { resource: 'case', operation: 'get', caseId };
	const { items, error } = await stage.run(NODE, read, { items: rounds.map((round) => ({ round })) });
	expect(error).toBeUndefined();
	expect(items.map((item) => item.caseId)).toEqual(rounds.map(() => caseId));
}

/** What is suspended already is told as done already, whether or not the service refuses it. */
async function statesAreRepeated(stage: Stage): Promise<void> {
	const picked = await begin(stage);
	const does = async (operation: string) =>
		await stage.must(NODE, { resource: 'case', operation, ...picked, comment: 'why' });
	expect(await does('suspend')).toMatchObject({ changed: true, suspended: true });
	expect(await does('suspend')).toMatchObject({ changed: false, suspended: true });
	expect(await does('activate')).toMatchObject({ changed: true, suspended: false });
	expect(await does('activate')).toMatchObject({ changed: false, suspended: false });
	const { items } = await stage.run(NODE, { resource: 'comment', operation: 'getAll', ...picked });
	expect(items).toHaveLength(2);
}

/** What a user of the OpenText Workflow nodes is owed, however a switch is thrown. */
export const WORKFLOW_CASES: Readonly<Record<keyof Switches, Position[]>> = {
	listEnvelope: positions(['full', 'lean', 'otherKeys'], listsAreRead),
	businessKeyFilter: onAndOff(casesAreFoundByKey),
	keepsDeleteReason: onAndOff(endsAreTold),
	historyDelayMs: positions([0, 2_000], decisionsAreRead),
	historyHonoursPaging: onAndOff(tellsEachOnce(12)),
	historyKnowsSort: onAndOff(tellsEachOnce(12)),
	historyBounds: positions(['asFlowable', 'inclusive', 'exclusive'], tellsTasksOnce),
	historyTellsActivities: onAndOff(trailsAreTold),
	refuseUnassignedCompletion: onAndOff(nobodyCompletesNothing),
	refuseRepeatedState: onAndOff(statesAreRepeated),
	inferredExecutionActions: onAndOff(messagesArrive),
	executionAnswer: positions(['execution', 'empty'], executionsGoOn),
	nestsStartedActivities: onAndOff(activitiesStart),
	probableOperations: onAndOff(adHocWorkEnds),
	taskComments: [...positions([true], tasksTakeComments), ...positions([false], tasksTakeNoComments)],
	taskVariables: [...positions([true], tasksKeepVariables), ...positions([false], tasksKeepNoVariables)],
	variableRefusals: positions(['telling', 'badRequest'], tasksKeepVariables),
	assignmentForm: positions(['object', 'byKind', 'list'], peopleArePut),
	undrawnDiagram: positions(['badRequest', 'notFound', 'noContent'], undrawnIsTold),
	attachmentContent: positions(['below', 'contentUrl', 'nowhere'], filesAreFetched),
	xmlModels: positions(['either', 'plain', 'base64'], modelsArrive),
	undeploysWithCases: onAndOff(followedModelsStay),
	tokenLifetimeSeconds: positions([3_600, 1], signsInAgain),
	throttlePerSecond: positions([null, 2], thePaceIsKept),
};
