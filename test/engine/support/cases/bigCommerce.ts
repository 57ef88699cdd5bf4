import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../world';
import { byId, type OperationCase } from './operationCase';

const NODE = 'bigCommerce';

const CONTENT = { namespace: 'returns', key: 'approval', value: 'yes' };

const link = (order: number): INodeParameters => ({
	objectType: 'order',
	objectId: String(order),
	purpose: 'risk-review',
});

const withMetafield = async (world: World): Promise<INodeParameters> => {
	const orderId = byId(await world.placeOrder());
	const field = await world.must(NODE, {
		resource: 'orderMetafield',
		operation: 'create',
		orderId,
		...CONTENT,
	});
	return { orderId, metafieldId: String(field.id) };
};

const withLink = async (world: World): Promise<INodeParameters> => {
	const { linkKey } = await world.must(NODE, {
		resource: 'link',
		operation: 'claim',
		...link(await world.placeOrder()),
	});
	return { linkKey: String(linkKey) };
};

const order = async (world: World) => ({ orderId: byId(await world.placeOrder()) });

/** Somebody whom the sandbox knows from the start. */
const KNOWN = 'ada.example@example.com';

const PERSON = { email: 'new@example.com', firstName: 'New', lastName: 'Example' };

const withCustomer = async (world: World): Promise<INodeParameters> => {
	const { id } = await world.must(NODE, { resource: 'customer', operation: 'create', ...PERSON });
	return { customerId: byId(Number(id)) };
};

/** Something that the sandbox sells from the start, and what hangs on it. */
const KNOWN_PRODUCT = { __rl: true, mode: 'sku', value: 'MUG-GRY' };

const mapped = (value: INodeParameters): INodeParameters => ({
	fields: { mappingMode: 'defineBelow', value },
});

const KETTLE = { name: 'Kettle', type: 'physical', price: 39.9, weight: 1.2, sku: 'KTL', is_visible: false };

const withProduct = async (world: World): Promise<INodeParameters> => {
	const { id } = await world.must(NODE, { resource: 'product', operation: 'create', ...mapped(KETTLE) });
	return { productId: byId(Number(id)) };
};

const below =
	(resource: string, id: string, entered: INodeParameters) =>
	async (world: World): Promise<INodeParameters> => {
		const product = await withProduct(world);
		const part = await world.must(NODE, { resource, operation: 'create', ...product, ...entered });
		return { ...product, [id]: byId(Number(part.id)) };
	};

const FIELD = { name: 'Colour', value: 'grey' };

const IMAGE = { imageUrl: 'https://images.example.com/kettle.jpg' };

const withField = below('productCustomField', 'customFieldId', FIELD);

const withImage = below('productImage', 'imageId', IMAGE);

const of = (resource: string, operation: string, prepare: OperationCase['prepare']): OperationCase => ({
	node: NODE,
	resource,
	operation,
	prepare,
});

/** Every operation of the BigCommerce node. */
export const BIG_COMMERCE: readonly OperationCase[] = [
	of('order', 'get', async (world) => ({
		...(await order(world)),
		simplify: false,
		include: ['products', 'shipping_addresses'],
	})),
	of('order', 'getAll', async (world) => {
		await world.placeOrder();
		return { returnAll: true };
	}),
	of('order', 'update', async (world) => ({
		...(await order(world)),
		updateFields: { statusId: 12, appendToStaffNotes: 'held' },
	})),
	of('orderMetafield', 'create', async (world) => ({ ...(await order(world)), ...CONTENT })),
	of('orderMetafield', 'delete', withMetafield),
	of('orderMetafield', 'get', withMetafield),
	of('orderMetafield', 'getAll', async (world) => ({ ...(await withMetafield(world)), returnAll: true })),
	of('orderMetafield', 'update', async (world) => ({
		...(await withMetafield(world)),
		...CONTENT,
		value: 'no',
	})),
	of('orderMetafield', 'upsert', async (world) => ({ ...(await order(world)), ...CONTENT })),
	of('link', 'claim', async (world) => link(await world.placeOrder())),
	of('link', 'get', withLink),
	of('link', 'getAll', async (world) => {
		await withLink(world);
		return { objectType: 'order', returnAll: true };
	}),
	of('link', 'getLatest', async (world) => {
		const named = link(await world.placeOrder());
		await world.must(NODE, { resource: 'link', operation: 'claim', ...named });
		return named;
	}),
	of('link', 'record', async (world) => ({
		...(await withLink(world)),
		state: 'open',
		includeOthers: true,
		details: { effectId: 'case-1' },
	})),
	of('link', 'release', withLink),
	of('customer', 'create', async () => PERSON),
	of('customer', 'delete', withCustomer),
	of('customer', 'get', async () => ({ customerId: { __rl: true, mode: 'email', value: KNOWN } })),
	of('customer', 'getAll', async () => ({ returnAll: true })),
	of('customer', 'update', async (world) => ({
		...(await withCustomer(world)),
		updateFields: { notes: 'held' },
	})),
	of('customer', 'upsert', async () => ({ ...PERSON, email: KNOWN })),
	of('product', 'create', async () => mapped(KETTLE)),
	of('product', 'delete', withProduct),
	of('product', 'get', async () => ({ productId: KNOWN_PRODUCT, simplify: false, include: ['images'] })),
	of('product', 'getAll', async () => ({ returnAll: true, filters: { isVisible: true } })),
	of('product', 'update', async (world) => ({
		...(await withProduct(world)),
		...mapped({ price: 35, is_visible: true }),
	})),
	of('product', 'upsert', async () => mapped({ ...KETTLE, sku: 'MUG-GRY', name: 'Coffee Mug' })),
	of('productCustomField', 'create', async (world) => ({ ...(await withProduct(world)), ...FIELD })),
	of('productCustomField', 'delete', withField),
	of('productCustomField', 'get', withField),
	of('productCustomField', 'getAll', async (world) => ({ ...(await withField(world)), returnAll: true })),
	of('productCustomField', 'update', async (world) => ({
		...(await withField(world)),
		updateFields: { value: 'black' },
	})),
	of('productImage', 'create', async (world) => ({ ...(await withProduct(world)), ...IMAGE })),
	of('productImage', 'delete', withImage),
	of('productImage', 'get', withImage),
	of('productImage', 'getAll', async (world) => ({ ...(await withImage(world)), returnAll: true })),
	of('productImage', 'update', async (world) => ({
		...(await withImage(world)),
		updateFields: { description: 'Kettle' },
	})),
];
