import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';

export const document = defineResource(
	{
		name: 'Document',
		value: 'document',
		description: 'A file at the service, with its state and its signed form',
	},
	[get],
	get,
);
