import axios from 'axios';
import { z } from 'zod';
import { createBigCommerceStandIn } from '../../sandbox/bigcommerce';
import { ACCESS_TOKEN, CLIENT_SECRET, STORE_HASH } from '../../sandbox/core/fixtures';
import { startServer } from '../../sandbox/server';

const identified = z.object({ id: z.number() });
const linked = z.array(z.object({ id: z.number(), opentext_link: z.array(z.unknown()) }));

/** The BigCommerce stand-in alone on a free port, with the credential that opens it. */
export async function openStore() {
	const server = await startServer({}, async (context) => ({
		bigCommerce: await createBigCommerceStandIn(context),
	}));
	const control = axios.create({ baseURL: `${server.url}/_sandbox` });
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
