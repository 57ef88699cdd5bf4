import { defineResource } from '../../../shared/operation';
import { remove } from './delete.operation';
import { download } from './download.operation';
import { getAll } from './getAll.operation';
import { upload } from './upload.operation';

export const attachment = defineResource(
	{ name: 'Attachment', value: 'attachment', description: 'A file of a company' },
	[remove, download, getAll, upload],
	getAll,
);
