import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { filtersCollection, returnAllAndLimit, simplify } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { idOfUrl } from '../../transport/replies';
import { signerItems } from '../../transport/signers';
import type { SignatureClient } from '../../transport/SignatureClient';
import { REQUEST } from '../../records/document';

const FILTER_FIELDS: INodeProperties[] = [
	{
		displayName: 'Sender Email',
		name: 'from_email',
		type: 'string',
		default: '',
		placeholder: 'e.g. nathan@example.com',
		description: 'Only requests from this address',
	},
	{
		displayName: 'Who Signs',
		name: 'who',
		type: 'options',
		options: [
			{ name: 'Only Others', value: 'o' },
			{ name: 'Only the Sender', value: 'm' },
			{ name: 'The Sender and Others', value: 'mo' },
		],
		default: 'o',
		description: 'Only requests of this kind',
	},
];

export const getAll: Operation<SignatureClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of signature requests',
		action: 'Get many signature requests',
	},
	effect: 'read',
	output: REQUEST,
	fields: [...returnAllAndLimit, simplify, filtersCollection(FILTER_FIELDS)],
	async execute(run, client) {
		const limit = run.limit();
		const rows = await client.list(
			{
				path: '/signature-requests/',
				query: run.filters('filters', FILTER_FIELDS),
				subject: 'the list of signature requests',
			},
			limit,
		);
		return run.flag('simplify', true) ? rows.map(requestItem) : rows;
	},
};

/** A request as the list gives it: without the state of its document, which is read one by one. */
const requestItem = (request: IDataObject): IDataObject => ({
	requestId: request.uuid ?? null,
	documentId: idOfUrl(request.document) ?? null,
	subject: request.subject ?? null,
	from: request.from_email ?? null,
	signers: signerItems(request),
});
