import axios from 'axios';
import { z } from 'zod';
import { createBigCommerceStandIn } from '../../sandbox/bigcommerce';
import { ACCESS_TOKEN, CLIENT_SECRET, STORE_HASH } from '../../sandbox/core/fixtures';
import { startServer } from '../../sandbox/server';

const identified = z.object({ id: z.number() });
const listed = z.object({ data: z.array(identified) });
const sold = z.object({ data: identified });
const linked = z.array(z.object({ id: z.number(), opentext_link: z.array(z.unknown()) }));

/** The BigCommerce stand-in alone on a free port, with the credential that opens it. */
export async function openStore() {
	const server = await startServer({}, async (context) => ({
		bigCommerce: await createBigCommerceStandIn(context),
	}));
	const control = axios.create({ baseURL: `${server.url}/_sandbox` });
	const vendor = axios.create({
		baseURL: `${server.url}/bigcommerce/stores/${STORE_HASH}`,
		headers: { 'X-Auth-Token': ACCESS_TOKEN },
	});
	return {
		...server,
		/** @param changes values of the credential that differ from the good ones */
		credentials: (changes: Record<string, string> = {}) => ({
			bigCommerceApi: {
				storeHash: STORE_HASH,
				accessToken: ACCESS_TOKEN,
				clientSecret: CLIENT_SECRET,
				baseUrl: `${server.url}/bigcommerce`,
				...changes,
			},
		}),
		/** Places an order as a shopper and gives its number. */
		place: async (scenario = 'harmless'): Promise<number> =>
			identified.parse((await control.post('/bigcommerce/orders', { scenario })).data).id,
		/** Removes an order entirely. */
		remove: async (id: number) => await control.delete(`/bigcommerce/orders/${id}`),
		/** Adds a customer, as another app would, and gives its number: `item-<number>@example.com`. */
		register: async (): Promise<number> => {
			const person = { first_name: 'Item', last_name: 'Example', email: 'item@example.com' };
			const [{ id }] = listed.parse((await vendor.post('/v3/customers', [person])).data).data;
			await vendor.put('/v3/customers', [{ id, email: `item-${id}@example.com` }]);
			return id;
		},
		/** Removes a customer. */
		unregister: async (id: number) => await vendor.delete('/v3/customers', { params: { 'id:in': id } }),
		/** Adds a product, as another app would, and gives its number. @param number that its name and SKU end in */
		stock: async (number: number): Promise<number> => {
			const goods = {
				name: `Kettle ${number}`,
				type: 'physical',
				price: 39.9,
				weight: 1.2,
				sku: `KTL-${number}`,
			};
			return sold.parse((await vendor.post('/v3/catalog/products', goods)).data).data.id;
		},
		/** Removes a product. */
		unstock: async (id: number) => await vendor.delete(`/v3/catalog/products/${id}`),
		/** How many links the store holds, over all orders. */
		links: async (): Promise<number> =>
			linked.parse((await control.get('/bigcommerce/orders')).data).flatMap((order) => order.opentext_link)
				.length,
		/** Settings of the stand-in, such as its quota. */
		set: async (settings: object) => await control.post('/bigcommerce/settings', settings),
		reset: async () => await control.post('/reset'),
		/** What the stand-in was asked: method and path with query, below the store. */
		lines: (): string[] =>
			server.context.exchanges
				.list()
				.map(
					({ method, url }) => `${method} ${decodeURIComponent(url).replace(`/stores/${STORE_HASH}`, '')}`,
				),
	};
}

export type Store = Awaited<ReturnType<typeof openStore>>;
