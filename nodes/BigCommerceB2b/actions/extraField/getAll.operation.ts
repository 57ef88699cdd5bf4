import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import { listing } from '../../../shared/record/listing';
import { EXTRA_FIELD_PATHS, extraField } from '../../../BigCommerce/edition/records/extraField';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { scopes } from '../crud/picked';

const { fields, output, read, shown } = listing(extraField);

const recordType: INodeProperties = {
	displayName: 'Record',
	name: 'recordType',
	type: 'options',
	options: [
		{ name: 'Address', value: 'address' },
		{ name: 'Company', value: 'company' },
		{ name: 'Company User', value: 'companyUser' },
		{ name: 'Invoice', value: 'invoice' },
		{ name: 'Order', value: 'order' },
		{ name: 'Quote', value: 'quote' },
	],
	default: 'company',
	description: 'What has the fields',
};

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the fields that were made for a kind of record, and which must be filled',
		action: 'Get many extra fields',
	},
	effect: 'read',
	scopes,
	output,
	fields: [recordType, ...fields],
	async execute(run, client) {
		const { limit } = read(run);
		const kind = run.text('recordType', 'company');
		const path = Object.entries(EXTRA_FIELD_PATHS).find(([name]) => name === kind)?.[1];
		if (!path) {
			throw run.refuse({
				what: `Record is "${kind}", which has no extra fields`,
				next: `Choose one of ${Object.keys(EXTRA_FIELD_PATHS).join(', ')}.`,
			});
		}
		const rows = await client.list({ path, subject: `the list of ${extraField.words}` }, limit);
		return shown(run, rows);
	},
};
