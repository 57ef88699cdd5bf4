import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import { apiError, operationError } from '../../shared/errorText';
import { exchange, type ServiceFunctions } from '../../shared/exchange';
import { gatewayAddress } from '../../shared/gateway';
import { Paces, RatePace } from '../../shared/pace';
import { collect, pages, type Page } from '../../shared/paging';
import { sendPatiently, type Broken, type Outcome, type Reply } from '../../shared/send';
import { signInError } from '../../shared/signInError';
import { INFERRED } from './inferred';
import { isRecord } from '../../shared/isRecord';
import { hasNext, RETRY_RULES, rowsOf, totalOf, vendorMessage } from './replies';
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
}

export interface ListRequest extends Omit<WorkflowRequest, 'method' | 'body'> {
	/** The list has no filter by subscription (reference 4.7, M2). */
	ofTenant?: true;
}

/** Starting and completing run up to the next wait state inside the call (reference 9.1, 17). */
const TIMEOUT_MS = 90_000;

const paces = new Paces(() => new RatePace(INFERRED.requestsPerSecond));

/** The only piece that knows Workflow Service's HTTP: addresses, envelopes, paging, refusals. One client serves one item. */
export class WorkflowClient {
	private tenant?: Promise<{ address: string; tenantId: string; ownOnly: boolean }>;

	/**
	 * @param functions n8n's functions
	 * @param itemIndex zero-based, for error texts; left out in triggers and lists
	 */
	constructor(
		private readonly functions: ServiceFunctions,
		private readonly itemIndex?: number,
	) {}

	/**
	 * Sends a request and gives back however it ended. n8n renews the token and tries once more after a 401.
	 *
	 * @throws NodeOperationError when the credential is missing or incomplete
	 */
	async attempt({ method, base, path, query, body }: WorkflowRequest): Promise<Outcome> {
		const { address, tenantId } = await this.readTenant();
		return await sendPatiently(
			this.functions,
			method,
			paces.of(`${address} ${tenantId}`),
			RETRY_RULES,
			async () =>
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
		);
	}

	/**
	 * Sends a request that must succeed.
	 *
	 * @returns the answer, any 2xx; its body may be empty (reference 3.8)
	 * @throws NodeApiError that names the item, what happened and the next step
	 */
	async send(request: WorkflowRequest): Promise<Reply> {
		const { last } = await this.attempt(request);
		if ('headers' in last && last.status >= 200 && last.status < 300) return last;
		throw this.refusal(last, request);
	}

	/** The error for a refusal or a broken connection. */
	refusal(last: Outcome['last'], { method, subject }: Pick<WorkflowRequest, 'method' | 'subject'>): Error {
		return apiError(
			this.functions.getNode(),
			explain(last, subject, method !== 'GET'),
			{ status: last.status, message: 'headers' in last ? vendorMessage(last) : undefined },
			this.itemIndex,
		);
	}

	/** One record. @throws NodeApiError when it does not exist */
	async record(request: WorkflowRequest): Promise<IDataObject> {
		const { body } = await this.send(request);
		return isRecord(body) ? body : {};
	}

	/** One record, or undefined when there is none (404). */
	async find(request: ListRequest): Promise<IDataObject | undefined> {
		const { last } = await this.attempt({ ...request, method: 'GET' });
		if (last.status === 404) return undefined;
		if (!('headers' in last) || last.status >= 300)
			throw this.refusal(last, { method: 'GET', subject: request.subject });
		return isRecord(last.body) ? last.body : undefined;
	}

	/**
	 * The pages of a list. `offset` counts items; a page that repeats the one before it ends the walk, in case paging is ignored (reference 3.3).
	 *
	 * @param limit how many rows at most; Infinity for all
	 * @param onPage sees each raw answer, for triggers that need its headers
	 */
	pages(
		{ ofTenant, ...request }: ListRequest,
		limit = Number.POSITIVE_INFINITY,
		onPage?: (reply: Reply) => void,
	): AsyncGenerator<IDataObject[]> {
		const count = Math.min(INFERRED.pageSize, limit);
		let offset = 0;
		let before = '';
		return pages(limit, async () => {
			const { ownOnly } = await this.readTenant();
			const reply = await this.send({
				...request,
				method: 'GET',
				query: {
					...(ownOnly && !ofTenant && { filterByCurrentSubscription: true }),
					...request.query,
					offset,
					count,
				},
			});
			onPage?.(reply);
			const rows = rowsOf(reply.body);
			const ids = rows.map(({ id }) => String(id)).join();
			if (ids && ids === before) return this.cut();
			[before, offset] = [ids, offset + rows.length];
			const total = totalOf(reply.body);
			const more = total === undefined ? hasNext(reply.body) || rows.length >= count : offset < total;
			return { rows, more };
		});
	}

	/** The rows of a list in one array. */
	async list(request: ListRequest, limit?: number): Promise<IDataObject[]> {
		return await collect(this.pages(request, limit));
	}

	/** Paging is ignored (reference 3.3): no more than the first page can be had this way. */
	private cut(): Page<IDataObject> {
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
			return await exchange(this.functions, CREDENTIAL, options, [401]);
		} catch (error) {
			throw signInError(this.functions.getNode(), error, this.itemIndex);
		}
	}

	private async readTenant() {
		this.tenant ??= this.fromCredential();
		return await this.tenant;
	}

	private async fromCredential() {
		const { host, tenantId, currentSubscriptionOnly } = await this.functions.getCredentials(CREDENTIAL);
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
			this.itemIndex,
		);
	}
}
