import { defineResource } from '../../../shared/operation';
import { remove } from './delete.operation';
import { getAll } from './getAll.operation';
import { upsert } from './upsert.operation';

export const productChannelAssignment = defineResource(
	{
		name: 'Product Channel Assignment',
		value: 'productChannelAssignment',
		description: 'A product in a channel',
	},
	[getAll, remove, upsert],
	getAll,
);
