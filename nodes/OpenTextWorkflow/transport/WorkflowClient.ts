import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import { Account } from '../../shared/account';
import { unreadable, type Gives } from '../../shared/answer';
import type { ClientOptions } from '../../shared/clientOptions';
import { apiError, operationError, type Advice } from '../../shared/errorText';
import { exchange, type ServiceFunctions } from '../../shared/exchange';
import { gatewayAddress } from '../../shared/gateway';
import { Paces, RatePace } from '../../shared/pace';
import { collect, pages, type Page } from '../../shared/paging';
import { sendPatiently, type Broken, type Outcome, type Reply } from '../../shared/send';
import { signInError } from '../../shared/signInError';
import { list, record, type PageRules } from './dialect';
import { INFERRED } from './inferred';
import { isRecord } from '../../shared/isRecord';
import { entriesOf, hasNext, rowsOf, totalOf } from './envelope';
import { goodReply, idOf, RETRY_RULES, vendorMessage } from './replies';
import { explain, type Subject } from './workflowErrors';

export const CREDENTIAL = 'openTextWorkflowApi';

/** Runtime and history are two base paths with two specifications (reference 1.2). */
const BASES = { runtime: '/workflow/v1', history: '/workflow-history/v1' } as const;

export interface WorkflowRequest {
	method: IHttpRequestMethods;
	base: keyof typeof BASES;
	path: string;
	query?: IDataObject;
	body?: IDataObject | IDataObject[];
	subject: Subject;
	/** What a good answer looks like. */
	gives: Gives;
	/** What will be true when a change was carried out: `task 7 was claimed`. */
	done?: string;
}

/** A request that only reads. */
export type ReadRequest = Pick<WorkflowRequest, 'base' | 'path' | 'query' | 'subject'>;

/** `whole` where what the list does not hold is taken for not being there. */
export interface ListRequest extends ReadRequest, Pick<PageRules, 'whole' | 'isRow' | 'lenient'> {
	/** The list has no filter by subscription (reference 4.7, M2). */
	ofTenant?: true;
}

/** Starting and completing run up to the next wait state inside the call (reference 9.1, 17). */
const TIMEOUT_MS = 90_000;

const paces = new Paces(() => new RatePace(INFERRED.requestsPerSecond));

/** The only piece that knows Workflow Service's HTTP: addresses, envelopes, paging, refusals. One client serves one item, or one call of a trigger. */
export class WorkflowClient {
	private readonly account: Account;

	private tenant?: Promise<{ address: string; tenantId: string; ownOnly: boolean }>;

	/** @param functions n8n's functions */
	constructor(
		private readonly functions: ServiceFunctions,
		private readonly options: ClientOptions = {},
	) {
		this.account = options.account ?? new Account(functions, CREDENTIAL);
	}

	/**
	 * Sends a request and gives back however it ended. n8n renews the token and tries once more after a 401. An answer with a good status that is not what the call gives counts
	 * as none.
	 *
	 * @throws NodeOperationError when the credential is missing or incomplete
	 */
	async tryRequest({
		method,
		base,
		path,
		query,
		body,
		subject,
		gives,
		done,
	}: WorkflowRequest): Promise<Outcome> {
		const { address, tenantId } = await this.readTenant();
		const { patienceMs, ledger } = this.options;
		return await sendPatiently(this.functions, {
			method,
			pace: paces.of(`${address} ${tenantId}`),
			rules: RETRY_RULES,
			gives,
			patienceMs,
			ledger,
			done: done ?? `${subject} was changed`,
			attempt: async () =>
				await this.once({
					method,
					url: `${address}${BASES[base]}${path}`,
					headers: {
						Accept: 'application/hal+json, application/json',
						...(body && { 'Content-Type': 'application/json' }),
					},
					...(query && { qs: { ...query } }),
					...(body && { body }),
					timeout: TIMEOUT_MS,
				}),
		});
	}

	/**
	 * Sends a request that must succeed.
	 *
	 * @returns the answer, any 2xx that is what the call gives
	 * @throws NodeApiError that names the item, what happened and the next step
	 */
	async request(request: WorkflowRequest): Promise<Reply> {
		const { last } = await this.tryRequest(request);
		const good = goodReply(last);
		if (good) return good;
		throw this.refusal(last, request);
	}

	/** The error for a refusal or a broken connection. */
	refusal(last: Outcome['last'], { method, subject }: Pick<WorkflowRequest, 'method' | 'subject'>): Error {
		return this.failure(last, explain(last, subject, method));
	}

	/** An error in words of its own, with what the service said. */
	failure(last: Outcome['last'], advice: Advice): Error {
		return apiError(
			this.functions.getNode(),
			advice,
			{ status: last.status, message: 'headers' in last ? vendorMessage(last) : undefined },
			this.options.itemIndex,
		);
	}

	/** One record by its id, or undefined when there is none (404). */
	async find(request: ReadRequest, id: string): Promise<IDataObject | undefined> {
		const read: WorkflowRequest = { ...request, method: 'GET', gives: record(id) };
		const { last } = await this.tryRequest(read);
		if (last.status === 404) return undefined;
		const good = goodReply(last);
		if (!good) throw this.refusal(last, read);
		return isRecord(good.body) ? good.body : undefined;
	}

	/**
	 * The pages of a list. `offset` counts items; a page that repeats the one before it ends the walk, in case paging is ignored (reference 3.3).
	 *
	 * @param limit how many rows at most; Infinity for all
	 * @param onPage sees each raw answer that is not the one before it again, for triggers that need its headers
	 */
	pages(
		{ ofTenant, whole, isRow, lenient, ...request }: ListRequest,
		limit = Number.POSITIVE_INFINITY,
		onPage?: (reply: Reply) => void,
	): AsyncGenerator<IDataObject[]> {
		const count = Math.min(INFERRED.pageSize, limit);
		let offset = 0;
		let before = '';
		let total: number | undefined;
		return pages(limit, async () => {
			const { ownOnly } = await this.readTenant();
			const reply = await this.request({
				...request,
				method: 'GET',
				gives: list({ offset, total, whole, isRow, lenient }),
				query: {
					...(ownOnly && !ofTenant && { filterByCurrentSubscription: true }),
					...request.query,
					offset,
					count,
				},
			});
			const received = entriesOf(reply.body).length;
			const rows = rowsOf(reply.body).filter((row) => !lenient || !isRow || isRow(row));
			const ids = rows.map((row) => idOf(row) ?? JSON.stringify(row)).join();
			if (ids && ids === before) return this.cut(request, reply, whole);
			onPage?.(reply);
			[before, offset] = [ids, offset + received];
			total = totalOf(reply.body) ?? total;
			const more = total === undefined ? hasNext(reply.body) || received >= count : offset < total;
			return { rows, more };
		});
	}

	/** The rows of a list in one array. */
	async list(request: ListRequest, limit?: number): Promise<IDataObject[]> {
		return await collect(this.pages(request, limit));
	}

	/** Paging is ignored (reference 3.3): no more than the first page can be had this way. */
	private cut({ subject }: ReadRequest, reply: Reply, whole?: true): Page<IDataObject> {
		if (whole) {
			throw this.refusal(unreadable('only the first part of a list', reply), { method: 'GET', subject });
		}
		if ('addExecutionHints' in this.functions) {
			this.functions.addExecutionHints({
				message: 'The service gave only the first part of the list. Narrow it down with filters.',
				type: 'warning',
			});
		}
		return { rows: [], more: false };
	}

	private async once(options: IHttpRequestOptions): Promise<Reply | Broken> {
		try {
			return await exchange(this.functions, this.account, options, [401]);
		} catch (error) {
			throw signInError(this.functions.getNode(), error, this.options.itemIndex);
		}
	}

	private async readTenant() {
		this.tenant ??= this.fromCredential();
		return await this.tenant;
	}

	private async fromCredential() {
		const { host, tenantId, currentSubscriptionOnly } = await this.account.read();
		if (host && tenantId) {
			return {
				address: gatewayAddress(String(host)),
				tenantId: String(tenantId),
				ownOnly: currentSubscriptionOnly === true,
			};
		}
		throw operationError(
			this.functions.getNode(),
			{
				what: 'Host or tenant ID is missing in the OpenText Workflow credential',
				next: 'Open the credential and enter both.',
			},
			this.options.itemIndex,
		);
	}
}
