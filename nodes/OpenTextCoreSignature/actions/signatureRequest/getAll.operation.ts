import type { Operation } from '../../../shared/operation';
import { listing } from '../../../shared/record/listing';
import { requests } from '../../records/signatureRequest';
import { rowsPassing } from '../../transport/filtered';
import type { SignatureClient } from '../../transport/SignatureClient';

const { fields, output, read, shown } = listing(requests);

export const getAll: Operation<SignatureClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of signature requests',
		action: 'Get many signature requests',
	},
	effect: 'read',
	output,
	fields,
	async execute(run, client) {
		const { filters, limit } = read(run);
		const request = {
			path: '/signature-requests/',
			query: filters,
			subject: 'the list of signature requests',
		};
		return shown(run, await rowsPassing(client, request, limit));
	},
};
