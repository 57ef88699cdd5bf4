import { defineResource } from '../../../shared/operation';
import { get } from './get.operation';

export const storeInformation = defineResource(
	{ name: 'Store Information', value: 'storeInformation', description: 'What the store says of itself' },
	[get],
	get,
);
