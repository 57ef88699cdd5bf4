import type { JsonObject } from './spec/json';

/** The request that was answered, as far as a rule looks at it. */
export interface AnsweredRequest {
	/** `v2`, `v3` or `b2b` */
	version: string;
	method: string;
	hasRequestBody: boolean;
	/** the answer documented for 200 is an array */
	isBareList: boolean;
}

/** A status that any operation may answer although its description does not list it. */
export interface CrossCuttingStatus {
	status: number;
	applies: (request: AnsweredRequest) => boolean;
	source: string;
}

const always = () => true;
const withBody = ({ hasRequestBody }: AnsweredRequest) => hasRequestBody;

/** BigCommerce reference 2.5; 409, 423 and 507 are left to the operations that document them. */
export const crossCuttingStatuses: CrossCuttingStatus[] = [
	{
		status: 204,
		applies: ({ version, method, isBareList }) => version === 'v2' && method === 'GET' && isBareList,
		source: '2.1: an empty V2 collection',
	},
	{ status: 400, applies: always, source: '2.5: malformed body or URL; V2 validation errors' },
	{ status: 401, applies: always, source: '2.5: token missing or wrong' },
	{ status: 403, applies: always, source: '2.5: scope missing; metafield owned by someone else' },
	{ status: 404, applies: always, source: '2.5: no such resource' },
	{ status: 406, applies: always, source: '2.5: Accept not supported' },
	{
		status: 413,
		applies: ({ method, hasRequestBody }) => method === 'GET' || hasRequestBody,
		source: '2.5: limit above the maximum, or too many array items',
	},
	{ status: 415, applies: withBody, source: '2.5: Content-Type not supported' },
	{
		status: 422,
		applies: ({ version }) => version !== 'v2',
		source: '2.5 and 13.1: missing or invalid data (V3, B2B Edition)',
	},
	{ status: 429, applies: always, source: '2.5 and 2.7: rate limit' },
	...[500, 501, 502, 503, 504].map((status) => ({ status, applies: always, source: '2.5: server side' })),
];

/** Error bodies where the description gives none (BigCommerce reference 2.6), in the words of OpenAPI. */
export const errorBodies: Record<string, JsonObject> = {
	v2: {
		type: 'array',
		minItems: 1,
		items: {
			type: 'object',
			properties: { status: { type: 'integer' }, message: { type: 'string' }, details: { type: 'object' } },
			required: ['status', 'message'],
		},
	},
	v3: {
		type: 'object',
		properties: {
			status: { type: 'integer' },
			title: { type: 'string' },
			type: { type: 'string' },
			detail: { type: 'string' },
			instance: { type: 'string' },
			errors: {},
		},
		required: ['status', 'title'],
	},
	// 13.1
	b2b: {
		type: 'object',
		properties: {
			code: { type: 'integer' },
			data: {},
			meta: { type: 'object', properties: { message: { type: 'string' } } },
			message: { type: 'string' },
		},
		required: ['code'],
	},
};
