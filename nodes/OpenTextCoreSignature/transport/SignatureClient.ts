import type { IDataObject } from 'n8n-workflow';
import type { Gives } from '../../shared/answer';
import type { ClientOptions } from '../../shared/clientOptions';
import type { Advice } from '../../shared/errorText';
import type { ServiceFunctions } from '../../shared/exchange';
import { isRecord } from '../../shared/isRecord';
import { Paces, WindowPace } from '../../shared/pace';
import { pages } from '../../shared/paging';
import { RecentMemory } from '../../shared/recentMemory';
import { goodReply, type Outcome, type Reply } from '../../shared/send';
import { ServiceClient } from '../../shared/serviceClient';
import type { Dialect, Sent, Target } from '../../shared/serviceRequest';
import { signatureAddress } from './addresses';
import { acted, counted, countOf, list, record, sizeOf, type PagesBefore } from './dialect';
import { INFERRED } from './inferred';
import { RETRY_RULES, rowsOf, vendorMessage } from './replies';
import { explain, type Subject } from './signatureErrors';

export const CREDENTIAL = 'openTextCoreSignatureApi';

/** Every path ends in a slash: without it the answer is 404, or a redirect that drops the body (reference 3.1). */
const ROOT = '/api/v1';

/** What is asked of the service; the path stands below the API's root, with a slash at both ends. */
export interface ApiTarget extends Target {
	subject: Subject;
}

export type ApiRequest = ApiTarget & Sent;

export interface ListRequest extends ApiTarget {
	/** What the rows of a page look like; left out: records that name themselves. */
	rows?: Gives;
}

/** A page past the end, in the service's own words (reference 3.2); a gateway's 404 says nothing about the list. */
const isPastTheEnd = (last: Outcome['last']): boolean =>
	last.status === 404 && 'headers' in last && isRecord(last.body) && typeof last.body.detail === 'string';

const TIMEOUT_MS = 90_000;

/** Which spelling of an action a host knows. */
const spellings = new RecentMemory<string>(24 * 3_600_000, 500);

const NO_HOST: Advice = {
	what: 'Host is missing in the OpenText Core Signature credential',
	next: 'Open the credential and enter it, for example us or eu.',
};

const DIALECT: Dialect<string, ApiTarget> = {
	credential: CREDENTIAL,
	faultIn: ({ host }) => (host ? undefined : NO_HOST),
	placeIn: ({ host }) => signatureAddress(String(host)),
	accountOf: (address) => address,
	paces: new Paces(() => new WindowPace(INFERRED.pace.requests, INFERRED.pace.windowMs)),
	rules: RETRY_RULES,
	urlOf: (address, { path }) => `${address}${ROOT}${path}`,
	accept: 'application/json',
	// An action has an empty object, which n8n would leave out.
	written: (body) => JSON.stringify(body),
	timeoutMs: () => TIMEOUT_MS,
	renewOn: [401],
	record: (_aim, id) => record(id),
	recordIn: (body) => body,
	explain,
	vendorMessage,
	done: (subject) => `${subject} was changed`,
};

/** The only piece that knows Core Signature's HTTP: addresses, envelope, paging, refusals, spellings of actions. */
export class SignatureClient extends ServiceClient<string, ApiTarget, ListRequest> {
	constructor(functions: ServiceFunctions, options?: ClientOptions) {
		super(functions, DIALECT, options);
	}

	/** The service's address, without a slash at the end. @throws NodeOperationError when the credential has none */
	async address(): Promise<string> {
		return await this.place();
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
		return this.good(last, page);
	}

	/** The pages of a list. The end is where `next` is null; a page past the end is a 404 (reference 3.2). */
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
			if (goodReply(outcome.last)) spellings.set(key, segment);
			return outcome;
		}
		return outcome ?? { last: { status: 404, headers: {}, body: undefined }, repeatedAfterDoubt: false };
	}
}
