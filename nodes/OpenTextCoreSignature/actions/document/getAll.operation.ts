import type { Operation } from '../../../shared/operation';
import { listing } from '../../../shared/record/listing';
import { documents } from '../../records/document';
import { rowsPassing } from '../../transport/filtered';
import type { SignatureClient } from '../../transport/SignatureClient';

const { fields, output, read, shown } = listing(documents);

export const getAll: Operation<SignatureClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of documents, the newest first',
		action: 'Get many documents',
	},
	effect: 'read',
	output,
	fields,
	async execute(run, client) {
		const { filters, limit } = read(run);
		const list = { path: '/documents/', query: filters, subject: 'the list of documents' };
		return shown(run, await rowsPassing(client, list, limit));
	},
};
