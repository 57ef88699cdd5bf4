import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import { Metafields, type MetafieldInput, type MetafieldName } from '../../transport/metafields';
import { OWNER_TYPES } from '../../transport/owners';
import type { StoreClient } from '../../transport/StoreClient';

/** BigCommerce reference 2.9, in characters. */
const LENGTHS = { namespace: 64, key: 64, value: 65_535, description: 255 } as const;

export const metafieldId: INodeProperties = {
	displayName: 'Metafield ID',
	name: 'metafieldId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 12',
	description: 'The number that BigCommerce gave the metafield',
};

const namespace: INodeProperties = {
	displayName: 'Namespace',
	name: 'namespace',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. returns',
	description: 'Keeps the keys of different purposes apart, up to 64 characters',
};

const key: INodeProperties = {
	displayName: 'Key',
	name: 'key',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. approval',
	description: 'Name of the metafield, unique in its namespace on this order, up to 64 characters',
};

const value: INodeProperties = {
	displayName: 'Value',
	name: 'value',
	type: 'string',
	typeOptions: { rows: 3 },
	required: true,
	default: '',
	description: 'Text of up to 65,535 characters; write JSON as text',
};

const OPTION_FIELDS: INodeProperties[] = [
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		description: 'What the metafield is for, up to 255 characters',
	},
	{
		displayName: 'Permission Set',
		name: 'permissionSet',
		type: 'options',
		options: [
			{ name: 'App Only', value: 'app_only', description: 'Only this API account may read and change it' },
			{ name: 'Read', value: 'read', description: 'Other API accounts may read it' },
			{
				name: 'Read and Storefront',
				value: 'read_and_sf_access',
				description: 'Others may read it, and so may shoppers',
			},
			{ name: 'Write', value: 'write', description: 'Other API accounts may read and change it' },
			{
				name: 'Write and Storefront',
				value: 'write_and_sf_access',
				description: 'Others may change it, and shoppers may read it',
			},
		],
		default: 'read',
		description: 'Who else may read or change the metafield',
	},
];

export const nameFields: INodeProperties[] = [namespace, key];
export const contentFields: INodeProperties[] = [...nameFields, value, optionsCollection(OPTION_FIELDS)];

const [orderOwner] = OWNER_TYPES.filter((type) => type.value === 'order');

/** The metafields of the item's order. */
export const ofOrder = (run: ItemRun, client: StoreClient): Metafields =>
	new Metafields(client, { type: orderOwner, id: String(run.id('orderId', 'Order')) });

function fitting(run: ItemRun, field: keyof typeof LENGTHS, label: string, text: string): string {
	if (text.length <= LENGTHS[field]) return text;
	throw run.refuse({
		what: `${label} has ${text.length} characters, but BigCommerce holds ${LENGTHS[field]}`,
		next: 'Shorten it, or store a link instead.',
	});
}

/** Namespace and key of the item. @throws NodeOperationError when one is empty or too long */
export const readName = (run: ItemRun): MetafieldName => ({
	namespace: fitting(run, 'namespace', 'Namespace', run.requiredText('namespace', 'Namespace')),
	key: fitting(run, 'key', 'Key', run.requiredText('key', 'Key')),
});

/** The whole metafield of the item; an object that an expression gives for its value is kept as JSON. @throws NodeOperationError when something is empty or too long */
export function readContent(run: ItemRun): MetafieldInput {
	const { description = '', permissionSet = 'read' } = run.fields('options', OPTION_FIELDS);
	const why = fitting(run, 'description', 'Description', String(description));
	return {
		...readName(run),
		value: fitting(run, 'value', 'Value', run.requiredTextOrJson('value', 'Value')),
		permission_set: String(permissionSet),
		...(why && { description: why }),
	};
}
