import { defineResource } from '../../../shared/operation';
import { addLink } from './addLink.operation';
import { remove } from './delete.operation';
import { download } from './download.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { upload } from './upload.operation';

export const taskAttachment = defineResource(
	{ name: 'Task Attachment', value: 'taskAttachment', description: 'A file or link that lies with a task' },
	[addLink, download, get, getAll, remove, upload],
	getAll,
);
