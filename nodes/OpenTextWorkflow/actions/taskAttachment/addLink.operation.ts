import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { attachLink } from '../../records/attachOnce';
import { attachment, attachmentItem } from '../../records/attachment';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openTask, taskLocator } from '../task/taskFields';

export const addLink: Operation<WorkflowClient> = {
	option: {
		name: 'Add Link',
		value: 'addLink',
		description: 'Put the address of a page or file with an open task; the same link counts once',
		action: 'Add a link to a task',
	},
	effect: 'change',
	output: object({ added: flag, ...attachment }),
	fields: [
		taskLocator,
		{
			displayName: 'Link Name',
			name: 'linkName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Order 4711',
			description: 'What people see',
		},
		{
			displayName: 'Address',
			name: 'externalUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://store.example.com/orders/4711',
			description: 'Where the link leads to',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			description: 'What people read about it',
		},
	],
	async execute(run, client) {
		const name = run.requiredText('linkName', 'Link Name');
		const externalUrl = run.requiredText('externalUrl', 'Address');
		if (!/^https?:/i.test(externalUrl) || !URL.canParse(externalUrl)) {
			throw run.refuse({
				what: `Address must be that of a web page, but it is "${externalUrl}"`,
				next: 'Enter it as a browser shows it, from https:// on.',
			});
		}
		const description = run.text('description');
		const { id } = await openTask(run, client);
		const link = { name, externalUrl, ...(description && { description }) };
		const { added, attachment: made } = await attachLink(run.functions, client, id, link);
		return { added, ...attachmentItem(id, made) };
	},
};
