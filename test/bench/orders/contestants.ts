/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import http from 'node:http';
import axios from 'axios';
import { openEngine, type Engine, type NodeUnderTest } from '../engine/engine';
import {
	ACCESS_TOKEN,
	LIST_PATH,
	ORDERS,
	PAGE_SIZE,
	STORE_HASH,
	type ContestantName,
	type RaceTask,
} from './plan';

/** Reads every order of the store once. */
export type Contestant = () => Promise<unknown[]>;

const bigCommerce: NodeUnderTest = {
	type: 'n8n-nodes-bigcommerce-opentext.bigCommerce',
	typeVersion: 1,
	credential: 'bigCommerceApi',
	parameters: {
		resource: 'order',
		operation: 'getAll',
		returnAll: true,
		simplify: false,
		filters: {},
		options: {},
	},
};

/**
 * n8n's HTTP Request node at its best: it is told the number of pages, since when it looks for the end itself, it asks for one page more and
 * makes an item of the empty answer, the 10,001st. The response format is left to it, which is quicker than stating JSON.
 */
const httpRequest = (storeUrl: string): NodeUnderTest => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.5,
	credential: 'httpHeaderAuth',
	parameters: {
		method: 'GET',
		url: `${storeUrl}${LIST_PATH}`,
		authentication: 'genericCredentialType',
		genericAuthType: 'httpHeaderAuth',
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
	},
});

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

/** The three ways to read all orders. */
export function contestants({
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
	return {
		bigCommerce: async () => await rows(engine, bigCommerce),
		httpRequest: async () => await rows(engine, httpRequest(storeUrl)),
		axios: async () => await axiosLoop(storeUrl),
	};
}
