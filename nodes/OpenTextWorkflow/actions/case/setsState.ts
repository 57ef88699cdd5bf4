import type { Operation } from '../../../shared/operation';
import { STATE_SET } from '../../records/case';
import { setState, STATES, type StateAction } from '../../records/caseState';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator, caseOfItem } from './caseFields';

/** An operation that suspends a running case, or lets it go on. */
export const setsState = (action: StateAction): Omit<Operation<WorkflowClient>, 'option'> => ({
	effect: 'change',
	output: STATE_SET,
	fields: [
		caseLocator,
		{
			displayName: 'Comment',
			name: 'comment',
			type: 'string',
			default: '',
			placeholder: 'e.g. Waits for the supplier',
			description: 'Why; kept with the case when this changes it',
		},
	],
	async execute(run, client) {
		const comment = run.text('comment');
		const found = await caseOfItem(run, client);
		if (!found.ended) return await setState(run.functions, client, found, action, comment);
		throw run.refuse({
			what: `Case ${found.id} has ended, so it cannot be ${STATES[action].done}`,
			next: 'Start a new case, or go on without this one.',
		});
	},
});
