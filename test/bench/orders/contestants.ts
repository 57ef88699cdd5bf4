/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import http from 'node:http';
import axios from 'axios';
import { openEngine, type Engine, type NodeUnderTest } from '../engine/engine';
import { DETAILED, NODES, partByRequest } from './nodes';
import { ACCESS_TOKEN, LIST_PATH, PAGE_SIZE, STORE_HASH, type ContestantName, type RaceTask } from './plan';

/** Does once what the race is about. */
export type Contestant = () => Promise<unknown[]>;

/** What someone would write without n8n: page after page until one is not full. */
const axiosLoop = async (storeUrl: string): Promise<unknown[]> => {
	const orders: unknown[] = [];
	for (let page = 1; ; page++) {
		const { data } = await axios.get<unknown[] | ''>(`${storeUrl}${LIST_PATH}`, {
			params: { page, limit: PAGE_SIZE },
			headers: { Accept: 'application/json', 'X-Auth-Token': ACCESS_TOKEN },
			httpAgent: keepAlive,
			proxy: false,
		});
		orders.push(...data);
		if (data.length < PAGE_SIZE) return orders;
	}
};

const keepAlive = new http.Agent({ keepAlive: true });

const rows = async (engine: Engine, node: NodeUnderTest) => (await engine.run(node)).map(({ json }) => json);

/** A price is known by its variant. */
const numberedBy = (row: unknown): unknown => {
	const { id, variant_id: variant }: { id?: unknown; variant_id?: unknown } = Object(row);
	return id === undefined ? { id: variant } : row;
};

/** @throws RangeError when an order has no lines or no address */
async function partsOf(engine: Engine, storeUrl: string): Promise<void> {
	const lines = await rows(engine, partByRequest(storeUrl, 'products'));
	const addresses = await rows(engine, partByRequest(storeUrl, 'shipping_addresses'));
	if (lines.length !== 2 * DETAILED || addresses.length !== DETAILED) {
		throw new RangeError(`There were ${lines.length} lines and ${addresses.length} addresses`);
	}
}

/** The ways to do what a race is about. */
export function contestants({
	race,
	storeUrl,
	n8nFolder,
	packFolder,
}: RaceTask): Record<ContestantName, Contestant> {
	const engine = openEngine(
		n8nFolder,
		[
			{
				folder: `${n8nFolder}/node_modules/n8n-nodes-base`,
				nodes: [
					'dist/nodes/ManualTrigger/ManualTrigger.node.js',
					'dist/nodes/HttpRequest/HttpRequest.node.js',
					'dist/nodes/SplitInBatches/SplitInBatches.node.js',
				],
				credentials: ['dist/credentials/HttpHeaderAuth.credentials.js'],
			},
			{
				folder: packFolder,
				nodes: ['dist/nodes/BigCommerce/BigCommerce.node.js'],
				credentials: ['dist/credentials/BigCommerceApi.credentials.js'],
			},
		],
		{
			httpHeaderAuth: { name: 'X-Auth-Token', value: ACCESS_TOKEN },
			bigCommerceApi: {
				storeHash: STORE_HASH,
				accessToken: ACCESS_TOKEN,
				clientSecret: '',
				baseUrl: storeUrl,
			},
		},
	);
	const [node, request] = NODES[race];
	return {
		bigCommerce: async () => (await rows(engine, node)).map(numberedBy),
		httpRequest: async () => {
			const given = await rows(engine, request(storeUrl));
			if (race === 'details') await partsOf(engine, storeUrl);
			// What it gives of an update is the store's envelope.
			return given.flatMap((row) => ('data' in row ? row.data : row)).map(numberedBy);
		},
		axios: async () => await axiosLoop(storeUrl),
	};
}
