import type { INode } from 'n8n-workflow';

/** The node that speaks in errors. */
export const NODE: INode = {
	id: '1',
	name: 'BigCommerce',
	type: 'n8n-nodes-bigcommerce-opentext.bigCommerce',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

export const CREDENTIAL = {
	storeHash: 'abc123',
	accessToken: 'invented-token',
	baseUrl: 'https://api.example.com',
};
