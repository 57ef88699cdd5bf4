import { answering, ok } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	endedTask,
	hal,
	HISTORY,
	refused,
	runWorkflow,
} from '../../../../support/workflow';

const H1 = `${HISTORY}/historic-process-instances`;
const H3 = `${HISTORY}/historic-task-instances`;
const STEPS = `${HISTORY}/historic-activity-instances`;

const of = (operation: string) => ({ resource: 'history', operation });

describe('the lists of the history', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('reads tasks by the names of the history, the newest first', async () => {
		const service = answering({ [`GET ${H3}`]: hal([endedTask('t1')]) });
		const filters = { assignee: 'rita', businessKey: 'k1', finished: true };
		const [{ json }] = await runWorkflow({ ...of('getTasks'), service, items: [{ filters }] });
		expect(json).toMatchObject({ taskId: 't1', endedAt: '2026-11-22T10:30:00.000Z' });
		expect(service.requests[0].query).toMatchObject({
			taskAssignee: 'rita',
			processBusinessKey: 'k1',
			finished: true,
			sort: 'startTime',
			order: 'desc',
		});
	});

	it('gives the newest tasks also where the sort is refused: the first of an unsorted list are just any', async () => {
		const tasks = ['08', '10', '09'].map((hour, at) =>
			endedTask(`t${at}`, { startTime: `2026-11-22T${hour}:00:00.000Z` }),
		);
		const service = answering({ [`GET ${H3}`]: [refused(400, 'sort'), hal(tasks)] });
		const given = await runWorkflow({ ...of('getTasks'), service, items: [{ limit: 2 }] });
		expect(given.map(({ json }) => json.taskId)).toEqual(['t1', 't2']);
		expect(service.requests[1].query).not.toHaveProperty('sort');
	});

	it('reads cases from the history', async () => {
		const service = answering({ [`GET ${H1}`]: hal([ended('c1', 'k1')]) });
		const [{ json }] = await runWorkflow({ ...of('getCases'), service, items: [{ state: 'ended' }] });
		expect(json).toMatchObject({ caseId: 'c1', ended: true });
		expect(service.requests[0].query).toMatchObject({ finished: true });
	});

	describe('of the steps of a case', () => {
		const step = { id: 's1', activityId: 'start', activityType: 'startEvent', processInstanceId: 'c1' };

		describeThreeWorkflowItems({
			...of('getActivities'),
			items: [{ caseId: 'c1' }, { caseId: 'c2' }, { caseId: 'c3' }],
			service: () =>
				answering({
					[`GET ${H1}/c1`]: ok(ended('c1', 'k1')),
					[`GET ${H1}/c3`]: ok(ended('c3', 'k3')),
					[`GET ${STEPS}`]: hal([step]),
				}),
			outputs: [{ activityInstanceId: 's1', type: 'startEvent' }, { activityInstanceId: 's1' }],
			refusal: 'Item 2: Workflow Service knows no case c2',
		});

		it.each([404, 405, 501])(
			'says plainly that there are none to be had when it answers %d',
			async (status) => {
				const service = answering({
					[`GET ${H1}/c1`]: ok(ended('c1', 'k1')),
					[`GET ${STEPS}`]: refused(status, 'No static resource'),
				});
				await expect(
					runWorkflow({ ...of('getActivities'), service, items: [{ caseId: 'c1' }] }),
				).rejects.toThrow('Item 1: This Workflow Service does not tell the steps of cases');
			},
		);
	});
});
