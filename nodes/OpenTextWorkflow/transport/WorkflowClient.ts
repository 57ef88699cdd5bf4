import type { IDataObject } from 'n8n-workflow';
import { unreadable } from '../../shared/answer';
import type { ClientOptions } from '../../shared/clientOptions';
import type { Advice } from '../../shared/errorText';
import type { ServiceFunctions } from '../../shared/exchange';
import { gatewayAddress } from './gateway';
import { gatewayFault } from './gatewayFaults';
import { Paces, RatePace } from '../../shared/pace';
import { pages, type Page } from '../../shared/paging';
import type { Reply } from '../../shared/send';
import { ServiceClient } from '../../shared/serviceClient';
import type { Dialect, Sent, Target } from '../../shared/serviceRequest';
import { list, record, type PageRules } from './dialect';
import { entriesOf, hasNext, rowsOf, totalOf } from './envelope';
import { INFERRED } from './inferred';
import { idOf, RETRY_RULES, vendorMessage } from './replies';
import { explain, type Subject } from './workflowErrors';

export const CREDENTIAL = 'openTextWorkflowApi';

/** Runtime and history are two base paths with two specifications (reference 1.2). */
export const BASES = { runtime: '/workflow/v1', history: '/workflow-history/v1' } as const;

/** What is asked of the service, of one of its two halves. */
export interface ReadRequest extends Target {
	base: keyof typeof BASES;
	subject: Subject;
}

export type WorkflowRequest = ReadRequest & Sent;

/** `whole` where what the list does not hold is taken for not being there. */
export interface ListRequest extends ReadRequest, Pick<PageRules, 'whole' | 'isRow' | 'lenient'> {
	/** The list has no filter by subscription (reference 4.7, M2). */
	ofTenant?: true;
	/** Index of the row to begin with. */
	from?: number;
	/** How many rows a page is asked for. */
	pageSize?: number;
}

/** Starting and completing run up to the next wait state inside the call (reference 9.1, 17). */
const TIMEOUT_MS = 90_000;

interface Tenant {
	address: string;
	tenantId: string;
	/** Lists leave out what other applications made. */
	ownOnly: boolean;
}

const NO_TENANT: Advice = {
	what: 'Host or tenant ID is missing in the OpenText Workflow credential',
	next: 'Open the credential and enter both.',
};

const DIALECT: Dialect<Tenant, ReadRequest> = {
	credential: CREDENTIAL,
	faultIn: ({ host, tenantId }) => (host && tenantId ? undefined : NO_TENANT),
	placeIn: ({ host, tenantId, currentSubscriptionOnly }) => ({
		address: gatewayAddress(String(host)),
		tenantId: String(tenantId),
		ownOnly: currentSubscriptionOnly === true,
	}),
	accountOf: ({ address, tenantId }) => `${address} ${tenantId}`,
	paces: new Paces(() => new RatePace(INFERRED.requestsPerSecond)),
	rules: RETRY_RULES,
	urlOf: ({ address }, { base, path }) => `${address}${BASES[base]}${path}`,
	accept: 'application/hal+json, application/json',
	timeoutMs: () => TIMEOUT_MS,
	renewOn: [401],
	record: (_aim, id) => record(id),
	recordIn: (body) => body,
	explain,
	wholly: gatewayFault,
	vendorMessage,
	done: (subject) => `${subject} was changed`,
};

/** The only piece that knows Workflow Service's HTTP: addresses, envelopes, paging, refusals. */
export class WorkflowClient extends ServiceClient<Tenant, ReadRequest, ListRequest> {
	constructor(functions: ServiceFunctions, options?: ClientOptions) {
		super(functions, DIALECT, options);
	}

	/** Address of the gateway, from which cases call. */
	async address(): Promise<string> {
		return (await this.place()).address;
	}

	/**
	 * The pages of a list. `offset` counts items; a page that repeats the one before it ends the walk, in case paging is ignored (reference 3.3).
	 *
	 * @param onPage sees each raw answer that is not the one before it again, for triggers that need its headers
	 */
	pages(
		{ ofTenant, whole, isRow, lenient, from = 0, pageSize = INFERRED.pageSize, ...request }: ListRequest,
		limit = Number.POSITIVE_INFINITY,
		onPage?: (reply: Reply) => void,
	): AsyncGenerator<IDataObject[]> {
		const count = Math.min(pageSize, limit);
		let offset = from;
		let before = '';
		let total: number | undefined;
		return pages(limit, async () => {
			const { ownOnly } = await this.place();
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

	/**
	 * All of a list of which the reference names no pages. One that has them all the same, and says that there is more, is walked from its beginning.
	 *
	 * @throws NodeApiError when the service does not answer, or does not give all of it
	 */
	async listAtOnce({ isRow, ...request }: Omit<ListRequest, 'ofTenant' | 'whole'>): Promise<IDataObject[]> {
		const { body } = await this.request({ ...request, method: 'GET', gives: list({ isRow }) });
		const hasMore = hasNext(body) || (totalOf(body) ?? 0) > entriesOf(body).length;
		return hasMore ? await this.list({ ...request, isRow, ofTenant: true, whole: true }) : rowsOf(body);
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
}
