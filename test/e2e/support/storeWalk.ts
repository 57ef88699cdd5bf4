import type { INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../harness';
import { file, node, PACK, to } from './waitingWorkflow';

/** What is in the store before anybody walks: the seeds of the sandbox. */
export const SEEDED = { mug: 'MUG-GRY', machine: 'ESP-PRO', course: 'CRS-BAR' } as const;

/** What the walk makes, by the names that people give it. */
export const MADE = {
	group: 'Cafés by contract',
	email: 'wanda.walker@example.com',
	priceList: 'Cafés 2027',
	order: 'WALK-1',
	promotion: 'Opening weeks of the cafés',
	description: '<p>Approved for the spring.</p>',
} as const;

const START = 'Start';

/** Nodes in a row of the canvas, and how far one row is below another in rows of the grid. */
const A_ROW = 5;
const BETWEEN_ROWS = 1.7;

/** A value of another node, through the pairing of the items. */
const of = (name: string, path = 'id') => `={{ $('${name}').item.json.${path} }}`;

const by = (mode: string, value: string | number): INodeParameters => ({ __rl: true, mode, value });

const mapped = (value: INodeParameters): INodeParameters => ({
	fields: { mappingMode: 'defineBelow', value },
});

const ADDRESS = {
	first_name: 'Wanda',
	last_name: 'Walker',
	street_1: '5 Harbour Street',
	city: 'Austin',
	state: 'Texas',
	zip: '78701',
	country: 'United States',
	country_iso2: 'US',
	email: MADE.email,
};

const RULES = [{ action: { cart_value: { discount: { percentage_amount: '10' } } }, apply_once: true }];

const order = { orderId: by('id', of('New Order')) };
const promotion = { resource: 'promotion', promotionId: by('id', of('New Promotion')) };

/** The nodes of the walk by their names, in the order in which they come. */
const STEPS = {
	'Contract Group': { resource: 'customerGroup', operation: 'create', name: MADE.group },
	'New Customer': {
		...{ resource: 'customer', operation: 'create' },
		...{ email: MADE.email, firstName: 'Wanda', lastName: 'Walker' },
	},
	'Into the Group': {
		...{ resource: 'customer', operation: 'update', customerId: by('email', MADE.email) },
		updateFields: { customerGroupId: of('Contract Group') },
	},
	'Price List': { resource: 'priceList', operation: 'create', name: MADE.priceList },
	'Price of the Mug': {
		...{ resource: 'priceListRecord', operation: 'upsert' },
		...{ priceListId: by('id', of('Price List')), variantId: by('sku', SEEDED.mug), currency: 'USD' },
		newValues: { price: 18.25 },
	},
	'List for the Group': {
		...{ resource: 'priceListAssignment', operation: 'upsert' },
		...{ priceListId: by('name', MADE.priceList), channelId: by('id', 1) },
		customerGroupId: by('id', of('Contract Group')),
	},
	'New Order': {
		...{ resource: 'order', operation: 'create', source: 'nothing' },
		billingAddress: JSON.stringify(ADDRESS),
		lines: `${SEEDED.mug} 3\n${SEEDED.machine} 1`,
		additionalFields: {
			customerId: of('New Customer'),
			externalOrderId: MADE.order,
			paymentMethod: 'Credit Card',
			shippingAddress: JSON.stringify({ ...ADDRESS, shipping_method: 'Flat Rate' }),
			statusId: 11,
		},
	},
	'First Shipment': {
		...{ resource: 'shipment', operation: 'create', ...order, what: 'lines', lines: `${SEEDED.mug} 2` },
		additionalFields: { trackingNumber: 'EJ958083571US' },
	},
	'Second Shipment': { resource: 'shipment', operation: 'create', ...order, what: 'open' },
	'Partial Refund': {
		...{ resource: 'refund', operation: 'create', ...order, what: 'lines', lines: `${SEEDED.mug} 1` },
		options: { reason: 'Chipped' },
	},
	'Publish a Product': {
		...{ resource: 'product', operation: 'publish', productId: by('sku', SEEDED.course) },
		...mapped({ description: MADE.description }),
	},
	'New Promotion': {
		...{ resource: 'promotion', operation: 'create' },
		...mapped({ name: MADE.promotion, redemption_type: 'AUTOMATIC', rules: JSON.stringify(RULES) }),
	},
	'Promotion On': { ...promotion, operation: 'enable' },
	'Promotion Off': { ...promotion, operation: 'disable' },
} satisfies Record<string, INodeParameters>;

/** The name of a node of the walk. */
export type WalkStep = keyof typeof STEPS;

/** Node behind node, row under row. */
const placed = (name: string, at: number, type: string, parameters: INodeParameters): INode =>
	node(name, type, 1, parameters, at % A_ROW, Math.floor(at / A_ROW) * BETWEEN_ROWS);

/** One walk through the store: each node needs what those before it have made. */
export function storeWalk(): WorkflowFile {
	const steps = Object.entries(STEPS);
	const names = [START, ...steps.map(([name]) => name)];
	return file(
		'One walk through the store',
		[
			placed(START, 0, 'n8n-nodes-base.manualTrigger', {}),
			...steps.map(([name, parameters], at) => placed(name, at + 1, `${PACK}.bigCommerce`, parameters)),
		],
		Object.fromEntries(names.slice(0, -1).map((name, at) => [name, { main: [to(names[at + 1])] }])),
	);
}
