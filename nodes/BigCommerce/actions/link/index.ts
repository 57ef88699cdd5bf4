import { defineResource } from '../../../shared/operation';
import { claim } from './claim.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getLatest } from './getLatest.operation';
import { record } from './record.operation';
import { release } from './release.operation';

export const link = defineResource(
	{
		name: 'Link',
		value: 'link',
		description: 'The bond between one store object and one case or signature request',
	},
	[claim, get, getAll, getLatest, record, release],
	claim,
);
