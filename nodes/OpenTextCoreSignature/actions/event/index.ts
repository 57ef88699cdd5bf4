import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const event = defineResource(
	{ name: 'Event', value: 'event', description: 'What happened to documents, as the service logs it' },
	[getAll],
	getAll,
);
