/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import http from 'node:http';
import axios from 'axios';
import { openEngine, type Engine, type NodeUnderTest } from '../engine/engine';
import type { IDataObject } from 'n8n-workflow';
import { BOUNDS } from '../bounds';
import {
	ACCESS_TOKEN,
	CUSTOMERS_PATH,
	LIST_PATH,
	ORDERS,
	PAGE_SIZE,
	RACES,
	STORE_HASH,
	type ContestantName,
	type RaceName,
	type RaceTask,
} from './plan';

/** Does once what the race is about. */
export type Contestant = () => Promise<unknown[]>;

const ours = (parameters: NodeUnderTest['parameters'], items?: IDataObject[]): NodeUnderTest => ({
	type: 'n8n-nodes-bigcommerce-opentext.bigCommerce',
	typeVersion: 1,
	credential: 'bigCommerceApi',
	parameters,
	items,
});

const theirs = (parameters: NodeUnderTest['parameters'], items?: IDataObject[]): NodeUnderTest => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.5,
	credential: 'httpHeaderAuth',
	parameters: { authentication: 'genericCredentialType', genericAuthType: 'httpHeaderAuth', ...parameters },
	items,
});

const listed = ours({
	resource: 'order',
	operation: 'getAll',
	returnAll: true,
	simplify: false,
	filters: {},
	options: {},
});

/**
 * n8n's HTTP Request node at its best: it is told the number of pages, since when it looks for the end itself, it asks for one page more and
 * makes an item of the empty answer, the 10,001st. The response format is left to it, which is quicker than stating JSON.
 */
const listedByRequest = (storeUrl: string) =>
	theirs({
		method: 'GET',
		url: `${storeUrl}${LIST_PATH}`,
		sendQuery: true,
		queryParameters: { parameters: [{ name: 'limit', value: String(PAGE_SIZE) }] },
		options: {
			pagination: {
				pagination: {
					paginationMode: 'updateAParameterInEachRequest',
					parameters: { parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }] },
					paginationCompleteWhen: 'responseIsEmpty',
					limitPagesFetched: true,
					maxRequests: ORDERS / PAGE_SIZE,
					requestInterval: 0,
				},
			},
		},
	});

const numbered = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ number: index + 1 }));

const ORDER_ITEMS = numbered(RACES.singles.expected);

const single = ours(
	{
		resource: 'order',
		operation: 'get',
		orderId: { __rl: true, mode: 'id', value: '={{ $json.number }}' },
		simplify: false,
		include: [],
	},
	ORDER_ITEMS,
);

/**
 * HTTP Request sends what comes in all at once, a thousand requests at a time, which no store's quota lets through (BigCommerce reference 2.7). So it gets five at a time, as
 * n8n's own Loop Over Items node gives them.
 */
const singleByRequest = (storeUrl: string) => ({
	...theirs({ method: 'GET', url: `=${storeUrl}${LIST_PATH}/{{ $json.number }}`, options: {} }, ORDER_ITEMS),
	inLoopsOf: BOUNDS.races.singles.most.atOnce,
});

const CUSTOMER_ITEMS = numbered(RACES.updates.expected);

const updated = ours(
	{
		resource: 'customer',
		operation: 'update',
		customerId: { __rl: true, mode: 'id', value: '={{ $json.number }}' },
		updateFields: { notes: '={{ "held " + $json.number }}' },
	},
	CUSTOMER_ITEMS,
);

/** One call for each customer: that is what it can do without a loop of the user's own. */
const updatedByRequest = (storeUrl: string) =>
	theirs(
		{
			method: 'PUT',
			url: `${storeUrl}${CUSTOMERS_PATH}`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ [{ id: $json.number, notes: "held " + $json.number }] }}',
			options: {},
		},
		CUSTOMER_ITEMS,
	);

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
		bigCommerce: async () => await rows(engine, node),
		httpRequest: async () => {
			const given = await rows(engine, request(storeUrl));
			// What it gives of an update is the store's envelope.
			return race === 'updates' ? given.flatMap(({ data }) => data) : given;
		},
		axios: async () => await axiosLoop(storeUrl),
	};
}

/** Who does what, by race. */
const NODES: Readonly<Record<RaceName, [NodeUnderTest, (storeUrl: string) => NodeUnderTest]>> = {
	list: [listed, listedByRequest],
	distant: [listed, listedByRequest],
	singles: [single, singleByRequest],
	updates: [updated, updatedByRequest],
};
