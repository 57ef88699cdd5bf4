import omit from 'lodash/omit';
import type { ICredentialDataDecryptedObject, IHttpRequestMethods } from 'n8n-workflow';
import { Caps } from '../../shared/atOnce';
import type { ClientOptions } from '../../shared/clientOptions';
import type { Advice } from '../../shared/errorText';
import type { ServiceFunctions } from '../../shared/exchange';
import { isRecord } from '../../shared/isRecord';
import { Paces, QuotaPace } from '../../shared/pace';
import type { Page } from '../../shared/paging';
import type { Given } from '../../shared/record/given';
import { ServiceClient } from '../../shared/serviceClient';
import type { Dialect, Sent, Target } from '../../shared/serviceRequest';
import { recordOf } from './dialect';
import { capOf } from './endpointCaps';
import { listOf, pageAt, pagesOf, type ListRequest } from './lists';
import { firstPage } from './pagination';
import { explain, type Subject } from './storeErrors';
import { QUOTA_HEADERS, RETRY_RULES, vendorMessage } from './storeReplies';

export const CREDENTIAL = 'bigCommerceApi';

/** Where the store is, read from the credential. */
export interface Store {
	hash: string;
	baseUrl: string;
}

/** What is asked of the store; the path stands below it, with its version: `/v2/orders/100`. */
export interface StoreTarget extends Target {
	subject: Subject;
}

export type StoreRequest = Sent & StoreTarget;

/** A request of which the path tells what it gives. */
export type PlainRequest = Omit<StoreRequest, 'gives'>;

const TIMEOUT_MS = 30_000;

const DONE: Readonly<Partial<Record<IHttpRequestMethods, string>>> = {
	DELETE: 'was removed',
	POST: 'was created',
	PUT: 'was changed',
};

const isV2 = (path: string): boolean => path.startsWith('/v2/');

/** What is under way of each call, in all executions of this process. */
const CAPS = new Caps();

const DIALECT: Dialect<Store, StoreTarget> = {
	credential: CREDENTIAL,
	faultIn: (fields) => STORE_RULES.find(({ holds }) => !holds(storeIn(fields)))?.advice,
	placeIn: storeIn,
	accountOf: ({ hash, baseUrl }) => `${baseUrl} ${hash}`,
	paces: new Paces(() => new QuotaPace(QUOTA_HEADERS)),
	capped: (pace, account, method, { path }) => CAPS.paceOf(pace, account, capOf(method, path)),
	rules: RETRY_RULES,
	urlOf: ({ hash, baseUrl }, { path }) => `${baseUrl}/stores/${encodeURIComponent(hash)}${path}`,
	accept: 'application/json',
	timeoutMs: (patienceMs = TIMEOUT_MS) => Math.min(TIMEOUT_MS, patienceMs),
	record: ({ path }, id) => recordOf(path, id),
	// A bare object, or one under `data` (BigCommerce reference 2.1); a hook is shown both ways (12.1).
	recordIn: (body, { path }) => (isV2(path) || !isRecord(body) || !('data' in body) ? body : body.data),
	explain,
	vendorMessage,
	done: ({ name }, method) => `${name} ${DONE[method] ?? ''}`,
};

/** The only piece that knows BigCommerce's HTTP: addresses, V2 and V3 envelopes, paging, quota, refusals. */
export class StoreClient extends ServiceClient<Store, StoreTarget, ListRequest> {
	constructor(functions: ServiceFunctions, options?: ClientOptions) {
		super(functions, DIALECT, options);
	}

	/** The store of the credential. */
	async store(): Promise<Store> {
		return await this.place();
	}

	/** The same client for bookkeeping of ours, which is no change that the item asked for: no decision begins with it. */
	forBookkeeping(): StoreClient {
		return new StoreClient(this.functions, {
			...omit(this.options, 'beforeChange'),
			account: this.account,
		});
	}

	/**
	 * One page of a list, V2 or V3 by its path.
	 *
	 * @param number counted from 1
	 */
	async page(request: ListRequest, number: number, size: number): Promise<Page<Given>> {
		return await pageAt(this, request, { ...firstPage(size), number, seen: (number - 1) * size });
	}

	pages(request: ListRequest, limit?: number): AsyncGenerator<Given[]> {
		return pagesOf(this, request, limit);
	}

	/** The rows of a list in one array; the pages of a long one are read several at a time. @param limit left out: all */
	override async list(request: ListRequest, limit?: number): Promise<Given[]> {
		return await listOf(this, request, limit);
	}
}

const DEFAULT_BASE_URL = 'https://api.bigcommerce.com';

/** What a credential must hold before anything is sent. */
const STORE_RULES: ReadonlyArray<{ holds(store: Store): boolean; advice: Advice }> = [
	{
		holds: ({ hash }) => /^[a-z0-9]+$/i.test(hash),
		advice: {
			what: 'The store hash in the BigCommerce credential is not valid',
			next: 'Enter the letters and digits that follow "stores/" in the API path of your API account.',
		},
	},
	{
		holds: ({ baseUrl }) => /^https?:\/\//i.test(baseUrl) && URL.canParse(baseUrl),
		advice: {
			what: 'The base URL in the BigCommerce credential is not an address',
			next: `Enter ${DEFAULT_BASE_URL}, or the address of your proxy beginning with https.`,
		},
	},
];

function storeIn({ storeHash, baseUrl }: ICredentialDataDecryptedObject): Store {
	const address = String(baseUrl || DEFAULT_BASE_URL).trim();
	return { hash: String(storeHash ?? '').trim(), baseUrl: address.replace(/\/+$/, '') };
}
