import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import { listing } from '../../../shared/record/listing';
import { documents, passes } from '../../records/document';
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
		const filtered = Object.keys(filters).length > 0;
		const request = { path: '/documents/', query: filters, subject: 'the list of documents' };
		const found: IDataObject[] = [];
		for await (const rows of client.pages(request, filtered ? Number.POSITIVE_INFINITY : limit)) {
			found.push(...rows.filter((document) => passes(document, filters)));
			if (found.length >= limit) break;
		}
		return shown(run, found.slice(0, limit));
	},
};
