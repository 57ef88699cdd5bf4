import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import { ORDER_LOCATOR } from '../../records/order';
import { locatorOf } from '../../../shared/record/locator';
import { GATEWAY_WAIT } from '../gateway';
import { LINES_TEXT } from '../order/namedLines';

/** What is given back. */
export const WHAT: INodeProperties = {
	displayName: 'What',
	name: 'what',
	type: 'options',
	options: [
		{
			name: 'Amount',
			value: 'amount',
			description: 'So much of the order; lines and tax are not counted',
		},
		{
			name: 'Gift Wrapping',
			value: 'wrapping',
			description: 'All of it that was not refunded yet',
		},
		{
			name: 'Handling',
			value: 'handling',
			description: 'The handling of all addresses, or a part of it',
		},
		{
			name: 'Lines',
			value: 'lines',
			description: 'Pieces of some lines, at the price that was paid',
		},
		{
			name: 'Shipping',
			value: 'shipping',
			description: 'The shipping to all addresses, or a part of it',
		},
		{
			name: 'Whole Order',
			value: 'order',
			description:
				'Everything that was not refunded yet, shipping included; for a decision, nothing left is no error',
		},
	],
	default: 'order',
	description: 'What to refund. Of a payment that is only authorized the whole is voided instead.',
};

export const LINES: INodeProperties = {
	displayName: 'Lines',
	name: 'lines',
	type: 'string',
	typeOptions: { rows: 3 },
	displayOptions: { show: { what: ['lines'] } },
	default: '',
	required: true,
	placeholder: 'e.g. MUG-GRY 2',
	description: LINES_TEXT,
};

export const AMOUNT: INodeProperties = {
	displayName: 'Amount',
	name: 'amount',
	type: 'string',
	displayOptions: { show: { what: ['amount'] } },
	default: '',
	required: true,
	placeholder: 'e.g. 12.50',
	description: 'In the currency of the order, with at most two decimals',
};

export const COST_PART: INodeProperties = {
	displayName: 'Part of It',
	name: 'costPart',
	type: 'string',
	displayOptions: { show: { what: ['handling', 'shipping'] } },
	default: '',
	placeholder: 'e.g. 4.50',
	description: 'How much of it, tax included; left empty, all that is left',
};

export const REFUND_TO: INodeProperties = {
	displayName: 'Refund To',
	name: 'refundTo',
	type: 'options',
	options: [
		{
			name: 'Original Payment',
			value: 'original',
			description: 'Back to where the shopper paid from',
		},
		{
			name: 'Store Credit',
			value: 'storeCredit',
			description: 'To the account of the customer in the store',
		},
	],
	default: 'original',
	description: 'Where the money goes',
};

const REASON: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: '',
	placeholder: 'e.g. Damaged on arrival',
	description: 'Shown with the refund in the control panel',
};

const BY_HAND: INodeProperties = {
	displayName: 'Allow Payment by Hand',
	name: 'allowByHand',
	type: 'boolean',
	default: false,
	description:
		'Whether a refund may be written down that you pay out yourself, where BigCommerce cannot send the money back',
};

/** What Quote and Create are asked alike. */
export const WANTED: INodeProperties[] = [
	locatorOf(ORDER_LOCATOR),
	WHAT,
	LINES,
	AMOUNT,
	COST_PART,
	REFUND_TO,
];

export const CREATE_OPTIONS = [REASON, BY_HAND, GATEWAY_WAIT];

export const createOptions = optionsCollection(CREATE_OPTIONS);
