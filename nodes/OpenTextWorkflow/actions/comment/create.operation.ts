import type { Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { comment, commentItem } from '../../records/comment';
import { addComment } from '../../records/writeComment';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openOwnerOfItem, ownerFields } from '../ownerFields';

export const create: Operation<WorkflowClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Put a comment on a running case or an open task',
		action: 'Create a comment',
	},
	effect: 'once',
	output: object(comment),
	fields: [
		...ownerFields,
		{
			displayName: 'Message',
			name: 'message',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			placeholder: 'e.g. The customer sent the invoice',
			description: 'What everybody who works on it reads',
		},
	],
	async execute(run, client) {
		const message = run.requiredText('message', 'Message');
		const owner = await openOwnerOfItem(run, client, 'so no comment can be added');
		return commentItem(owner, await addComment(run, client, owner, message));
	},
};
