import type { Operation } from '../../../shared/operation';
import { listing } from '../../../shared/record/listing';
import { events } from '../../records/event';
import { rowsPassing } from '../../transport/filtered';
import type { SignatureClient } from '../../transport/SignatureClient';

const { fields, output, read, shown } = listing(events);

export const getAll: Operation<SignatureClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of events of documents',
		action: 'Get many events',
	},
	effect: 'read',
	output,
	fields,
	async execute(run, client) {
		const { filters, limit } = read(run);
		const log = { path: '/events/', query: filters, subject: 'the event log' };
		return shown(run, await rowsPassing(client, log, limit));
	},
};
