import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { apiError, operationError, type Advice } from '../../shared/errorText';
import { exchange, type ServiceFunctions } from '../../shared/exchange';
import { Paces, QuotaPace } from '../../shared/pace';
import { collect, pages, type Page } from '../../shared/paging';
import { sendPatiently, type Outcome, type Reply } from '../../shared/send';
import { explain, type Subject } from './storeErrors';
import { isRecord } from '../../shared/isRecord';
import { QUOTA_HEADERS, RETRY_RULES, vendorMessage } from './storeReplies';

export const CREDENTIAL = 'bigCommerceApi';

/** Where the store is, read from the credential. */
export interface Store {
	hash: string;
	baseUrl: string;
}

export interface StoreRequest {
	method: IHttpRequestMethods;
	/** Below the store, with its version: `/v2/orders/100`. */
	path: string;
	query?: IDataObject;
	body?: IDataObject | IDataObject[];
	subject: Subject;
}

/** BigCommerce reference 2.2: the largest page that every list allows. */
export const PAGE_SIZE = 250;

const TIMEOUT_MS = 30_000;

const paces = new Paces(() => new QuotaPace(QUOTA_HEADERS));

/** The only piece that knows BigCommerce's HTTP: addresses, V2 and V3 envelopes, paging, quota, refusals. One client serves one item. */
export class StoreClient {
	private knownStore?: Promise<Store>;

	/**
	 * @param functions n8n's functions
	 * @param itemIndex zero-based, for error texts; left out in triggers and lists
	 * @param patienceMs how long one request may wait and be repeated in all, in ms
	 */
	constructor(
		private readonly functions: ServiceFunctions,
		private readonly itemIndex?: number,
		private readonly patienceMs?: number,
	) {}

	/** The store of the credential. */
	async store(): Promise<Store> {
		this.knownStore ??= this.readStore();
		return await this.knownStore;
	}

	/**
	 * Sends a request and gives back however it ended, for callers that know what a refusal means.
	 *
	 * @throws NodeOperationError when the credential is missing or incomplete, or the execution was cancelled
	 */
	async attempt({ method, path, query, body }: StoreRequest): Promise<Outcome> {
		const { hash, baseUrl } = await this.store();
		return await sendPatiently(
			this.functions,
			method,
			paces.of(`${baseUrl} ${hash}`),
			RETRY_RULES,
			async () =>
				await exchange(this.functions, CREDENTIAL, {
					method,
					url: `${baseUrl}/stores/${encodeURIComponent(hash)}${path}`,
					headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
					...(query && { qs: { ...query } }),
					...(body && { body }),
					timeout: Math.min(TIMEOUT_MS, this.patienceMs ?? TIMEOUT_MS),
				}),
			this.patienceMs,
		);
	}

	/**
	 * Sends a request that must succeed.
	 *
	 * @returns the answer, any 2xx
	 * @throws NodeApiError that names the item, what happened and the next step
	 */
	async send(request: StoreRequest): Promise<Reply> {
		const { last } = await this.attempt(request);
		if ('headers' in last && last.status >= 200 && last.status < 300) return last;
		throw this.refusal(last, request);
	}

	/** The error for a refusal or a broken connection. */
	refusal(last: Outcome['last'], { method, subject }: Pick<StoreRequest, 'method' | 'subject'>): Error {
		const message = 'headers' in last ? vendorMessage(last) : undefined;
		return apiError(
			this.functions.getNode(),
			explain(last, subject, method !== 'GET'),
			{ status: last.status, message },
			this.itemIndex,
		);
	}

	/** One V2 record: a bare object (BigCommerce reference 2.1). */
	async record(request: StoreRequest): Promise<IDataObject> {
		const { body } = await this.send(request);
		return isRecord(body) ? body : {};
	}

	/** One V3 record: under `data` (BigCommerce reference 2.1). */
	async data(request: StoreRequest): Promise<IDataObject> {
		const { data } = await this.record(request);
		return isRecord(data) ? data : {};
	}

	/**
	 * The pages of a list, V2 or V3 by its path. V2 has no totals and answers an empty page with 204; V3 tells its number of pages (reference 2.2).
	 *
	 * @param limit how many rows at most; Infinity for all
	 */
	pages(
		request: Omit<StoreRequest, 'method'>,
		limit = Number.POSITIVE_INFINITY,
	): AsyncGenerator<IDataObject[]> {
		const size = Math.min(PAGE_SIZE, limit);
		return pages(limit, async (number) => {
			const query = { ...request.query, page: number + 1, limit: size };
			const reply = await this.send({ ...request, method: 'GET', query });
			return request.path.startsWith('/v2/') ? pageOfV2(reply, size) : pageOfV3(reply);
		});
	}

	/** The rows of a list in one array. */
	async list(request: Omit<StoreRequest, 'method'>, limit?: number): Promise<IDataObject[]> {
		return await collect(this.pages(request, limit));
	}

	private async readStore(): Promise<Store> {
		const { storeHash, baseUrl } = await this.functions.getCredentials(CREDENTIAL);
		const hash = String(storeHash ?? '').trim();
		const address = String(baseUrl || DEFAULT_BASE_URL)
			.trim()
			.replace(/\/+$/, '');
		const wrong = STORE_RULES.find(({ holds }) => !holds(hash, address));
		if (!wrong) return { hash, baseUrl: address };
		throw operationError(this.functions.getNode(), wrong.advice, this.itemIndex);
	}
}

const DEFAULT_BASE_URL = 'https://api.bigcommerce.com';

/** What a credential must hold before anything is sent. */
const STORE_RULES: ReadonlyArray<{ holds(hash: string, baseUrl: string): boolean; advice: Advice }> = [
	{
		holds: (hash) => /^[a-z0-9]+$/i.test(hash),
		advice: {
			what: 'The store hash in the BigCommerce credential is not valid',
			next: 'Enter the letters and digits that follow "stores/" in the API path of your API account.',
		},
	},
	{
		holds: (_, baseUrl) => /^https?:\/\//i.test(baseUrl) && URL.canParse(baseUrl),
		advice: {
			what: 'The base URL in the BigCommerce credential is not an address',
			next: `Enter ${DEFAULT_BASE_URL}, or the address of your proxy beginning with https.`,
		},
	},
];

function pageOfV2({ body }: Reply, size: number): Page<IDataObject> {
	const rows = Array.isArray(body) ? body.filter(isRecord) : [];
	return { rows, more: rows.length >= size };
}

function pageOfV3({ body }: Reply): Page<IDataObject> {
	const { data, meta } = isRecord(body) ? body : {};
	const rows = Array.isArray(data) ? data.filter(isRecord) : [];
	const pagination = isRecord(meta) && isRecord(meta.pagination) ? meta.pagination : {};
	return { rows, more: Number(pagination.current_page) < Number(pagination.total_pages) };
}
