import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';
import { upload } from './upload.operation';

export const taskAttachment = defineResource(
	{ name: 'Task Attachment', value: 'taskAttachment', description: 'A file or link that lies with a task' },
	[getAll, upload],
	getAll,
);
