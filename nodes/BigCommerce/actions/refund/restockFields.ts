import omit from 'lodash/omit';
import type { INodeProperties } from 'n8n-workflow';
import { locatorOf } from '../../../shared/record/locator';
import { location } from '../../records/location';

/** Back into stock goes what was refunded by lines: an amount and a void name no pieces. */
export const RESTOCK: INodeProperties = {
	displayName: 'Restock',
	name: 'restock',
	type: 'options',
	displayOptions: { show: { what: ['lines'] } },
	options: [
		{
			name: 'Nothing',
			value: 'nothing',
			description: 'Also where the store itself restocks what is refunded',
		},
		{ name: 'Some Pieces', value: 'pieces', description: 'Of one line, at one location, once' },
	],
	default: 'nothing',
	description: 'What goes back into stock when the money is given back',
};

const forPieces = { show: { what: ['lines'], restock: ['pieces'] } };

export const RESTOCK_QUANTITY: INodeProperties = {
	displayName: 'Restock Quantity',
	name: 'restockQuantity',
	type: 'number',
	typeOptions: { minValue: 0 },
	displayOptions: forPieces,
	default: 0,
	description: 'How many pieces can be sold again; 0 for none',
};

/** Not by its code: to look that up takes a right that stock does not need. */
export const RESTOCK_PLACE = omit(location.locator, 'key');

/** What Create is asked besides. */
export const RESTOCKING: INodeProperties[] = [
	RESTOCK,
	RESTOCK_QUANTITY,
	{ ...locatorOf(RESTOCK_PLACE), displayOptions: forPieces },
];
