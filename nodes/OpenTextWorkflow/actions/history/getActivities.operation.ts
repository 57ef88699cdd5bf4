import { returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { ACTIVITY, activityItem } from '../../records/activity';
import { activitiesOf, readActivity } from '../../transport/history';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator, caseOfItem } from '../case/caseFields';

export const getActivities: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many Activities',
		value: 'getActivities',
		description: 'Retrieve a list of the steps that a case took, where the service tells them',
		action: 'Get many activities of a case',
	},
	effect: 'read',
	output: ACTIVITY,
	fields: [caseLocator, ...returnAllAndLimit],
	async execute(run, client) {
		const limit = run.limit();
		const { id } = await caseOfItem(run, client);
		const rows = await activitiesOf(client, id, limit);
		if (rows) return rows.map((row) => activityItem(readActivity(row)));
		throw run.refuse({
			what: 'This Workflow Service does not tell the steps of cases',
			next: 'Choose Get Audit Trail, which tells what people did without them.',
		});
	},
};
