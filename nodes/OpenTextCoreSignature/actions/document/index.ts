import { defineResource } from '../../../shared/operation';
import { download } from './download.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const document = defineResource(
	{
		name: 'Document',
		value: 'document',
		description: 'A file at the service, with its state and its signed form',
	},
	[download, get, getAll],
	get,
);
