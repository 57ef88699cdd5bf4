import { defineResource } from '../../../shared/operation';
import { remove } from './delete.operation';
import { getAll } from './getAll.operation';
import { upload } from './upload.operation';

export const attachment = defineResource(
	{ name: 'Attachment', value: 'attachment', description: 'A file of a company' },
	[remove, getAll, upload],
	getAll,
);
