import type { IHttpRequestMethods, NodeApiError } from 'n8n-workflow';
import { Account } from './account';
import { asAsked } from './byteAnswer';
import type { ClientOptions } from './clientOptions';
import { apiError, operationError, type Advice } from './errorText';
import { exchange, type ServiceFunctions } from './exchange';
import { FirstChange } from './firstChange';
import { isRecord } from './isRecord';
import { collect } from './paging';
import type { Given } from './record/given';
import { goodReply, isRead, sendPatiently, type Broken, type Outcome, type Reply } from './send';
import type { Dialect, Read, Sent, Target } from './serviceRequest';
import { signInError } from './signInError';

/**
 * What the client of every service can do, with the same meaning of each word: `request` must succeed, `tryRequest` tells how it ended, `find` gives a record or nothing, `get`
 * must find it, `write` changes it, `list` gives rows, `pages` gives them page by page. One client serves one item, or one call of a trigger.
 */
export abstract class ServiceClient<Place, Aim extends Target, Listing extends Aim = Aim> {
	readonly account: Account;

	private known?: Promise<Place>;

	private readonly firstChange: FirstChange;

	/**
	 * @param functions n8n's functions
	 * @param dialect in which the service differs from others
	 */
	constructor(
		readonly functions: ServiceFunctions,
		private readonly dialect: Dialect<Place, Aim>,
		protected readonly options: ClientOptions = {},
	) {
		this.firstChange = new FirstChange(options.beforeChange);
		this.account = options.account ?? new Account(functions, dialect.credential);
	}

	/**
	 * Sends a request and gives back however it ended, for callers that know what a refusal means. An answer with a good status that is not what the call gives counts as none.
	 *
	 * @throws NodeOperationError when the credential is missing or incomplete, or the execution was cancelled; NodeApiError when the service is not there, or not for this credential
	 */
	async tryRequest(request: Aim & Sent): Promise<Outcome> {
		const isChange = !request.reads && !isRead(request.method);
		const place = await this.place();
		const send = async () => await this.send(place, request);
		const outcome = isChange ? await this.firstChange.around(send) : await send();
		const fault = this.dialect.wholly?.(outcome.last);
		if (fault) throw this.failure(outcome.last, fault);
		return outcome;
	}

	/**
	 * Sends a request that must succeed.
	 *
	 * @returns the answer, any 2xx that is what the call gives
	 * @throws NodeApiError that names the item, what happened and the next step
	 */
	async request(request: Aim & Sent): Promise<Reply> {
		return this.good((await this.tryRequest(request)).last, request);
	}

	/** One record, or undefined when there is none (404). @throws NodeApiError when the service does not answer */
	async find(aim: Aim & Read, id?: string | number): Promise<Given | undefined> {
		const request = this.reading(aim, id);
		const { last } = await this.tryRequest(request);
		return last.status === 404 ? undefined : this.recordIn(this.good(last, request), aim);
	}

	/** One record. @param id the record's, when it is known @throws NodeApiError when it does not exist */
	async get(aim: Aim & Read, id?: string | number): Promise<Given> {
		return this.recordIn(await this.request(this.reading(aim, id)), aim);
	}

	/** Sends a change that answers with the record as it stands afterwards. @param id the record's, when it is known */
	async write(request: Aim & Omit<Sent, 'gives'> & Read, id?: string | number): Promise<Given> {
		const gives = request.gives ?? this.dialect.record(request, id);
		return this.recordIn(await this.request({ ...request, gives }), request);
	}

	/**
	 * The pages of a list, one after another: each is read when it is asked for.
	 *
	 * @param limit how many rows at most; left out: all
	 * @param onPage sees each raw answer
	 */
	abstract pages(list: Listing, limit?: number, onPage?: (reply: Reply) => void): AsyncGenerator<Given[]>;

	/** The rows of a list in one array. @param limit how many at most; left out: all */
	async list(list: Listing, limit?: number): Promise<Given[]> {
		return await collect(this.pages(list, limit));
	}

	/**
	 * The error for a refusal or a broken connection.
	 *
	 * @param next the next step, where the caller knows a better one than the status alone gives
	 */
	refusal(
		last: Outcome['last'],
		{ method, subject }: { method: IHttpRequestMethods; subject: Aim['subject'] },
		next?: string,
	): NodeApiError {
		const advice = this.dialect.explain(last, subject, method, this.options.isForChange);
		return this.failure(last, { ...advice, ...(next && { next }) });
	}

	/** An error in words of its own, with what the service said. */
	failure(last: Outcome['last'], advice: Advice): NodeApiError {
		const message = 'headers' in last ? this.dialect.vendorMessage(last) : undefined;
		const { itemIndex } = this.options;
		return apiError(this.functions.getNode(), advice, { status: last.status, message }, itemIndex);
	}

	/** Where the service is. @throws NodeOperationError when the credential does not tell it */
	protected async place(): Promise<Place> {
		this.known ??= this.readPlace();
		return await this.known;
	}

	/** The answer, when it is a good one. @throws NodeApiError when it is not */
	protected good(last: Outcome['last'], request: Aim & Sent): Reply {
		const good = goodReply(last);
		if (good) return good;
		throw this.refusal(last, request);
	}

	private async readPlace(): Promise<Place> {
		const fields = await this.account.read();
		const fault = this.dialect.faultIn(fields);
		if (fault) throw operationError(this.functions.getNode(), fault, this.options.itemIndex);
		return this.dialect.placeIn(fields);
	}

	private reading(aim: Aim & Read, id?: string | number): Aim & Sent {
		return { ...aim, method: 'GET', gives: aim.gives ?? this.dialect.record(aim, id) };
	}

	private recordIn({ body }: Reply, aim: Aim): Given {
		const record = this.dialect.recordIn(body, aim);
		return isRecord(record) ? record : {};
	}

	private async send(place: Place, request: Aim & Sent): Promise<Outcome> {
		const { paces, capped, rules, accountOf, done } = this.dialect;
		const { patienceMs, ledger } = this.options;
		const { method, gives, reads, makes } = request;
		const account = accountOf(place);
		const pace = paces.of(account);
		return await sendPatiently(this.functions, {
			method,
			reads,
			makes,
			pace: capped?.(pace, account, method, request) ?? pace,
			rules,
			gives,
			patienceMs,
			ledger,
			done: request.done ?? done(request.subject, method),
			attempt: async () => await this.once(place, request),
		});
	}

	/**
	 * n8n renews the token and sends the request again, but no stream, and where several processes work it may have sent the token of another one first: then ours, which it renews to,
	 * can be of old as well. After a refusal nothing was done, so that it is sent once more.
	 */
	private async once(place: Place, request: Aim & Sent): Promise<Reply | Broken> {
		const first = await this.exchange(place, request);
		const isRefused = this.dialect.renewOn?.includes(first.status);
		return isRefused ? await this.exchange(place, request) : first;
	}

	private async exchange(place: Place, request: Aim & Sent): Promise<Reply | Broken> {
		const { urlOf, accept, written, timeoutMs, renewOn } = this.dialect;
		const { method, query, body, bytes, streams } = request;
		const streamed = typeof body === 'function' ? await body() : undefined;
		const plain = typeof body === 'function' ? undefined : body;
		const sent = streamed?.stream ?? (plain && written ? written(plain) : plain);
		const options = {
			method,
			url: urlOf(place, request),
			headers: {
				...(streams && { 'Accept-Encoding': 'identity' }),
				Accept: streams ? '*/*' : bytes ? `${bytes}, ${accept}` : accept,
				...(sent && { 'Content-Type': streamed?.type ?? 'application/json' }),
				...(streamed?.length !== undefined && { 'Content-Length': streamed.length }),
			},
			...(query && { qs: { ...query } }),
			...(sent && { body: sent }),
			...((bytes ?? streams) && { encoding: streams ? ('stream' as const) : ('arraybuffer' as const) }),
			timeout: timeoutMs(this.options.patienceMs),
		};
		try {
			const answer = await exchange(this.functions, this.account, options, renewOn);
			return await asAsked(answer, request);
		} catch (error) {
			throw signInError(this.functions.getNode(), error, this.options.itemIndex);
		} finally {
			// A connection that broke leaves the rest of the file unread, and the file open.
			streamed?.stream.destroy?.();
		}
	}
}
