import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { Account } from '../../shared/account';
import type { Gives } from '../../shared/answer';
import type { ClientOptions } from '../../shared/clientOptions';
import { apiError, operationError, type Advice } from '../../shared/errorText';
import { exchange, type ServiceFunctions } from '../../shared/exchange';
import { Paces, WindowPace } from '../../shared/pace';
import { collect, pages } from '../../shared/paging';
import { isRecord } from '../../shared/isRecord';
import { RecentMemory } from '../../shared/recentMemory';
import { sendPatiently, type Broken, type Outcome, type Reply } from '../../shared/send';
import { signInError } from '../../shared/signInError';
import { signatureAddress } from './addresses';
import { acted, counted, countOf, list, record, sizeOf, type PagesBefore } from './dialect';
import { INFERRED } from './inferred';
import { RETRY_RULES, rowsOf, vendorMessage } from './replies';
import { explain, type Subject } from './signatureErrors';

export const CREDENTIAL = 'openTextCoreSignatureApi';

/** Every path ends in a slash: without it the answer is 404, or a redirect that drops the body (reference 3.1). */
const ROOT = '/api/v1';

/** A body that is sent while it is being read. */
export interface StreamedBody {
	/** What Node calls a Readable; read once. Destroying it lets the file go of which it is made. */
	stream: object & { destroy?(): unknown };
	/** In bytes, when it is known. */
	length?: number;
}

export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Below the API's root, with a slash at both ends. */
	path: string;
	query?: IDataObject;
	/** A function makes a new stream for each try. */
	body?: IDataObject | (() => Promise<StreamedBody>);
	subject: Subject;
	/** What a good answer looks like. */
	gives: Gives;
	/** What will be true when a change was carried out: `the document was sent`. */
	done?: string;
}

export type ListRequest = Pick<ApiRequest, 'path' | 'query' | 'subject'> & {
	/** What the rows of a page look like; left out: records that name themselves. */
	rows?: Gives;
};

/** A page past the end, in the service's own words (reference 3.2); a gateway's 404 says nothing about the list. */
const isPastTheEnd = (last: Outcome['last']): boolean =>
	last.status === 404 && 'headers' in last && isRecord(last.body) && typeof last.body.detail === 'string';

const TIMEOUT_MS = 90_000;

const paces = new Paces(() => new WindowPace(INFERRED.pace.requests, INFERRED.pace.windowMs));

/** Which spelling of an action a host knows. */
const spellings = new RecentMemory<string>(24 * 3_600_000, 500);

/** The only piece that knows Core Signature's HTTP: addresses, envelope, paging, refusals. One client serves one item, or one call of a trigger. */
export class SignatureClient {
	readonly account: Account;

	private place?: Promise<string>;

	/** @param functions n8n's functions */
	constructor(
		readonly functions: ServiceFunctions,
		private readonly options: ClientOptions = {},
	) {
		this.account = options.account ?? new Account(functions, CREDENTIAL);
	}

	/** The service's address, without a slash at the end. @throws NodeOperationError when the credential has none */
	async address(): Promise<string> {
		this.place ??= this.fromCredential();
		return await this.place;
	}

	/**
	 * Sends a request and gives back however it ended. n8n renews the token and tries once more after a 401. An answer with a good status that is not what the call gives counts
	 * as none.
	 *
	 * @throws NodeOperationError when the credential is missing or incomplete
	 */
	async tryRequest(request: ApiRequest): Promise<Outcome> {
		const address = await this.address();
		const { patienceMs, ledger } = this.options;
		return await sendPatiently(this.functions, {
			method: request.method,
			pace: paces.of(address),
			rules: RETRY_RULES,
			gives: request.gives,
			patienceMs,
			ledger,
			done: request.done ?? `${request.subject} was changed`,
			attempt: async () => await this.once(address, request),
		});
	}

	/**
	 * Sends a request that must succeed.
	 *
	 * @throws NodeApiError that names the item, what happened and the next step
	 */
	async request(request: ApiRequest): Promise<Reply> {
		const { last } = await this.tryRequest(request);
		if ('headers' in last && last.status >= 200 && last.status < 300) return last;
		throw this.refusal(last, request);
	}

	/** The error for a refusal or a broken connection. */
	refusal(last: Outcome['last'], { method, subject }: Pick<ApiRequest, 'method' | 'subject'>): Error {
		return this.failure(last, explain(last, subject, method));
	}

	/** An error in words of its own, with what the service said. */
	failure(last: Outcome['last'], advice: Advice): Error {
		const message = 'headers' in last ? vendorMessage(last) : undefined;
		const { itemIndex } = this.options;
		return apiError(this.functions.getNode(), advice, { status: last.status, message }, itemIndex);
	}

	/** One record by its uuid, or undefined when there is none (404). @throws NodeApiError when the service does not answer */
	async find(request: ListRequest, id: string): Promise<IDataObject | undefined> {
		const { last } = await this.tryRequest({ ...request, method: 'GET', gives: record(id) });
		if (last.status === 404) return undefined;
		if (!('headers' in last) || last.status >= 300) throw this.refusal(last, { ...request, method: 'GET' });
		return isRecord(last.body) ? last.body : undefined;
	}

	/** One record by its uuid. @throws NodeApiError when it does not exist */
	async get(request: ListRequest, id: string): Promise<IDataObject> {
		const { body } = await this.request({ ...request, method: 'GET', gives: record(id) });
		return isRecord(body) ? body : {};
	}

	/**
	 * One page of a list in the service's envelope; undefined past the end, where the answer is 404 (reference 3.2).
	 *
	 * @param number counted from 1
	 * @param before what the pages before it said, when they were read
	 * @throws NodeApiError when the service does not answer, or the page does not keep what the list says of its length
	 */
	async page(
		{ rows = list, ...request }: ListRequest,
		number: number,
		size: number,
		before: PagesBefore = number > 1 ? {} : { rows: 0 },
	): Promise<Reply | undefined> {
		const page: ApiRequest = {
			...request,
			method: 'GET',
			gives: counted(rows, before),
			query: { ...request.query, page: number, limit: size },
		};
		const { last } = await this.tryRequest(page);
		if (number > 1 && isPastTheEnd(last)) return undefined;
		if (!('headers' in last) || last.status >= 300) throw this.refusal(last, page);
		return last;
	}

	/**
	 * The pages of a list. The end is where `next` is null; a page past the end is a 404 (reference 3.2).
	 *
	 * @param limit how many rows at most; Infinity for all
	 * @param onPage sees each raw answer
	 */
	pages(
		request: ListRequest,
		limit = Number.POSITIVE_INFINITY,
		onPage?: (reply: Reply) => void,
	): AsyncGenerator<IDataObject[]> {
		const size = Math.min(INFERRED.pageSize, limit);
		let before: PagesBefore & { rows: number } = { rows: 0 };
		return pages(limit, async (number) => {
			const reply = await this.page(request, number + 1, size, before);
			if (!reply) return { rows: [], more: false };
			before = {
				rows: before.rows + sizeOf(reply.body),
				count: countOf(reply.body) ?? before.count,
			};
			onPage?.(reply);
			return { rows: rowsOf(reply.body), more: isRecord(reply.body) && Boolean(reply.body.next) };
		});
	}

	/** The rows of a list in one array. */
	async list(request: ListRequest, limit?: number): Promise<IDataObject[]> {
		return await collect(this.pages(request, limit));
	}

	/**
	 * Does something to a signature request. How the action is spelled is not certain: a 404 proves that nothing was carried out, so the next spelling is tried then, and the one that
	 * worked is remembered (reference 4.3).
	 *
	 * @param action what to do
	 * @param requestId uuid of the signature request
	 * @param words what it is about, and what will be true afterwards
	 * @returns however it ended; 404 when no spelling is known, or no such request
	 */
	async act(
		action: keyof typeof INFERRED.actions,
		requestId: string,
		{ subject, done }: Pick<ApiRequest, 'done' | 'subject'>,
	): Promise<Outcome> {
		const key = `${await this.address()} ${action}`;
		const known: readonly string[] = INFERRED.actions[action];
		const remembered = spellings.get(key);
		const segments = remembered ? [remembered, ...known.filter((name) => name !== remembered)] : known;
		let outcome: Outcome | undefined;
		for (const segment of segments) {
			outcome = await this.tryRequest({
				method: 'POST',
				path: `/signature-requests/${requestId}/${segment}/`,
				body: {},
				subject,
				gives: acted,
				done,
			});
			if (outcome.last.status === 404) continue;
			if (outcome.last.status >= 200 && outcome.last.status < 300) spellings.set(key, segment);
			return outcome;
		}
		return outcome ?? { last: { status: 404, headers: {}, body: undefined }, repeatedAfterDoubt: false };
	}

	/** n8n renews the token after a 401, but cannot send a stream twice; a fresh one is ours to make. */
	private async once(address: string, request: ApiRequest): Promise<Reply | Broken> {
		const first = await this.exchange(address, request);
		return first.status === 401 && typeof request.body === 'function'
			? await this.exchange(address, request)
			: first;
	}

	private async exchange(
		address: string,
		{ method, path, query, body }: ApiRequest,
	): Promise<Reply | Broken> {
		const streamed = typeof body === 'function' ? await body() : undefined;
		const sent = streamed?.stream ?? body;
		try {
			return await exchange(
				this.functions,
				this.account,
				{
					method,
					url: `${address}${ROOT}${path}`,
					headers: {
						Accept: 'application/json',
						...(sent && { 'Content-Type': 'application/json' }),
						...(streamed?.length !== undefined && { 'Content-Length': streamed.length }),
					},
					...(query && { qs: { ...query } }),
					...(sent && { body: typeof body === 'function' ? sent : JSON.stringify(body) }),
					timeout: TIMEOUT_MS,
				},
				[401],
			);
		} catch (error) {
			throw signInError(this.functions.getNode(), error, this.options.itemIndex);
		} finally {
			// A connection that broke leaves the rest of the file unread, and the file open.
			streamed?.stream.destroy?.();
		}
	}

	private async fromCredential(): Promise<string> {
		const { host } = await this.account.read();
		if (host) return signatureAddress(String(host));
		throw operationError(
			this.functions.getNode(),
			{
				what: 'Host is missing in the OpenText Core Signature credential',
				next: 'Open the credential and enter it, for example us or eu.',
			},
			this.options.itemIndex,
		);
	}
}
