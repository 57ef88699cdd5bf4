import type { IDataObject, IHttpRequestMethods, NodeApiError } from 'n8n-workflow';
import { Account } from '../../shared/account';
import type { Gives } from '../../shared/answer';
import type { ClientOptions } from '../../shared/clientOptions';
import { apiError, operationError, type Advice } from '../../shared/errorText';
import { exchange, type ServiceFunctions } from '../../shared/exchange';
import { Paces, QuotaPace } from '../../shared/pace';
import type { Page } from '../../shared/paging';
import { sendPatiently, type Outcome, type Reply } from '../../shared/send';
import { pause } from '../../shared/wait';
import { recordOf } from './dialect';
import { listOf, pageAt, pagesOf, type ListRequest } from './lists';
import { firstPage } from './pagination';
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
	/** What a good answer looks like. */
	gives: Gives;
	/** What will be true when a change was carried out; left out: `order 7 was changed`. */
	done?: string;
}

/** A request of which the path tells what it gives. */
export type PlainRequest = Omit<StoreRequest, 'gives'>;

const TIMEOUT_MS = 30_000;

const paces = new Paces(() => new QuotaPace(QUOTA_HEADERS));

const DONE: Readonly<Partial<Record<IHttpRequestMethods, string>>> = {
	DELETE: 'was removed',
	POST: 'was created',
	PUT: 'was changed',
};

/** The only piece that knows BigCommerce's HTTP: addresses, V2 and V3 envelopes, paging, quota, refusals. One client serves one item, or one call of a trigger. */
export class StoreClient {
	readonly account: Account;

	private knownStore?: Promise<Store>;

	/** @param functions n8n's functions */
	constructor(
		private readonly functions: ServiceFunctions,
		private readonly options: ClientOptions = {},
	) {
		this.account = options.account ?? new Account(functions, CREDENTIAL);
	}

	/** The store of the credential. */
	async store(): Promise<Store> {
		this.knownStore ??= this.readStore();
		return await this.knownStore;
	}

	/**
	 * Sends a request and gives back however it ended, for callers that know what a refusal means. An answer with a good status that is not what the call gives counts as none.
	 *
	 * @throws NodeOperationError when the credential is missing or incomplete, or the execution was cancelled
	 */
	async tryRequest({ method, path, query, body, subject, gives, done }: StoreRequest): Promise<Outcome> {
		const { hash, baseUrl } = await this.store();
		const { patienceMs, ledger } = this.options;
		return await sendPatiently(this.functions, {
			method,
			pace: paces.of(`${baseUrl} ${hash}`),
			rules: RETRY_RULES,
			gives,
			patienceMs,
			ledger,
			done: done ?? `${subject.name} ${DONE[method] ?? ''}`,
			attempt: async () =>
				await exchange(this.functions, this.account, {
					method,
					url: `${baseUrl}/stores/${encodeURIComponent(hash)}${path}`,
					headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
					...(query && { qs: { ...query } }),
					...(body && { body }),
					timeout: Math.min(TIMEOUT_MS, patienceMs ?? TIMEOUT_MS),
				}),
		});
	}

	/**
	 * Sends a request that must succeed.
	 *
	 * @returns the answer, any 2xx that is what the call gives
	 * @throws NodeApiError that names the item, what happened and the next step
	 */
	async request(request: StoreRequest): Promise<Reply> {
		const { last } = await this.tryRequest(request);
		if ('headers' in last && last.status >= 200 && last.status < 300) return last;
		throw this.refusal(last, request);
	}

	/**
	 * The error for a refusal or a broken connection.
	 *
	 * @param next the next step, where the caller knows a better one than the status alone gives
	 */
	refusal(
		last: Outcome['last'],
		{ method, subject }: Pick<StoreRequest, 'method' | 'subject'>,
		next?: string,
	): NodeApiError {
		const message = 'headers' in last ? vendorMessage(last) : undefined;
		return apiError(
			this.functions.getNode(),
			{ ...explain(last, subject, method, this.options.isForChange), ...(next && { next }) },
			{ status: last.status, message },
			this.options.itemIndex,
		);
	}

	/** Waits before a further look at the store, in ms. @throws NodeOperationError when the execution was cancelled meanwhile */
	async pause(ms: number): Promise<void> {
		await pause(this.functions, ms);
	}

	/**
	 * One record, V2 or V3 by its path: a bare object, or one under `data` (BigCommerce reference 2.1).
	 *
	 * @param id the record's, when it is known
	 */
	async get(request: PlainRequest & { gives?: Gives }, id?: string | number): Promise<IDataObject> {
		const { body } = await this.request({ gives: recordOf(request.path, id), ...request });
		const record = request.path.startsWith('/v2/') || !isRecord(body) ? body : body.data;
		return isRecord(record) ? record : {};
	}

	/**
	 * One page of a list, V2 or V3 by its path.
	 *
	 * @param number counted from 1
	 */
	async page(request: ListRequest, number: number, size: number): Promise<Page<IDataObject>> {
		return await pageAt(this, request, { ...firstPage(size), number, seen: (number - 1) * size });
	}

	/**
	 * The pages of a list, one after another: each is read when it is asked for.
	 *
	 * @param limit how many rows at most; left out: all
	 */
	pages(request: ListRequest, limit?: number): AsyncGenerator<IDataObject[]> {
		return pagesOf(this, request, limit);
	}

	/** The rows of a list in one array; the pages of a long one are read several at a time. @param limit left out: all */
	async list(request: ListRequest, limit?: number): Promise<IDataObject[]> {
		return await listOf(this, request, limit);
	}

	private async readStore(): Promise<Store> {
		const { storeHash, baseUrl } = await this.account.read();
		const hash = String(storeHash ?? '').trim();
		const address = String(baseUrl || DEFAULT_BASE_URL)
			.trim()
			.replace(/\/+$/, '');
		const wrong = STORE_RULES.find(({ holds }) => !holds(hash, address));
		if (!wrong) return { hash, baseUrl: address };
		throw operationError(this.functions.getNode(), wrong.advice, this.options.itemIndex);
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
