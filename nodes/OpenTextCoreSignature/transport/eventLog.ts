import { operationError } from '../../shared/errorText';
import { log, type PagesBefore } from './dialect';
import { INFERRED } from './inferred';
import { orderOf, toPage, type LogPage } from './logPage';
import type { ServiceEvent } from './serviceEvent';
import type { SignatureClient } from './SignatureClient';

const LOG = { path: '/events/', subject: 'the event log', rows: log };

/** Reads the log page by page, from its newest end. */
class LogReader {
	/**
	 * @param client whose log
	 * @param query filters; whether the service honours them is not certain (U7), so nobody may rely on them
	 */
	constructor(
		private readonly client: SignatureClient,
		private readonly query: LogRequest['query'] = {},
	) {}

	/**
	 * @yields events, newest first, and whether all that follow are older
	 * @throws NodeApiError when the service does not answer
	 */
	async *fromNewest(): AsyncGenerator<{ events: ServiceEvent[]; sorted: boolean }> {
		const first = await this.read(1);
		if (!first) return;
		const order = orderOf(first);
		if (order === 'oldestFirst') yield* this.backwards(first);
		else yield* this.onwards(first, order === 'newestFirst');
	}

	private async *onwards(first: LogPage, sorted: boolean) {
		let page: LogPage | undefined = first;
		let rows = 0;
		for (let number = 2; page; number++) {
			yield { events: page.events, sorted };
			rows += page.size;
			const before = { rows, ...(Number.isNaN(first.count) ? {} : { count: first.count }) };
			page = page.more ? await this.read(number, before) : undefined;
		}
	}

	/** From the last page to the first. New events come at the end and move nothing. */
	private async *backwards(first: LogPage) {
		const newest = first.more ? Math.max(2, Math.ceil(first.count / first.size) || 2) : 1;
		for (const page of await this.tail(newest)) yield this.turned(page);
		for (let number = newest - 1; number > 1; number--) {
			const page = await this.read(number);
			if (page) yield this.turned(page);
		}
		yield this.turned(first);
	}

	/** The page that should be the last and those that came after it, the last one first. It may also be gone by now. */
	private async tail(from: number): Promise<LogPage[]> {
		const found: LogPage[] = [];
		let page = from > 1 ? await this.read(from) : undefined;
		for (let next = from + 1; page; next++) {
			found.unshift(page);
			page = page.more ? await this.read(next) : undefined;
		}
		return found;
	}

	private turned({ events }: LogPage) {
		return { events: [...events].reverse(), sorted: true };
	}

	private async read(number: number, before?: PagesBefore): Promise<LogPage | undefined> {
		const reply = await this.client.page({ ...LOG, query: this.query }, number, INFERRED.pageSize, before);
		return reply && toPage(reply);
	}
}

/** What is wanted of the log. */
export interface LogRequest {
	/** In ms since 1970, inclusive. */
	since: number;
	/** When the time is up, in ms since 1970. */
	stopAt: number;
	/** Filters by their names. */
	query?: Readonly<Record<string, string>>;
}

/**
 * Every event since a time, oldest first; of one time, in the order of the log.
 *
 * @throws NodeApiError when the service does not answer
 * @throws NodeOperationError when the time is up before that point is reached: what lies between would be lost
 */
export async function eventsSince(
	client: SignatureClient,
	{ since, stopAt, query }: LogRequest,
): Promise<ServiceEvent[]> {
	const found = new Map<string, ServiceEvent>();
	for await (const { events, sorted } of new LogReader(client, query).fromNewest()) {
		for (const event of events) if (event.at >= since) found.set(event.id, event);
		if (sorted && events.length && events.every(({ at }) => at < since)) break;
		if (Date.now() > stopAt) throw tooLong(client, since);
	}
	return [...found.values()].reverse().sort((a, b) => a.at - b.at);
}

const tooLong = (client: SignatureClient, since: number) =>
	operationError(client.functions.getNode(), {
		what: `The event log since ${new Date(since).toISOString()} is too long to be read in the time of one poll`,
		next: 'Nothing was skipped; it is tried again at the next poll. If it goes on, shorten Look Back and Overlap.',
	});

/** How many pages are looked at for a sample. */
const SAMPLE_PAGES = 5;

/** The newest events of the log, newest first as far as the service sorts it. @throws NodeApiError when it does not answer */
export async function* newestEvents(
	client: SignatureClient,
	pages = SAMPLE_PAGES,
): AsyncGenerator<ServiceEvent> {
	let left = pages;
	for await (const { events } of new LogReader(client).fromNewest()) {
		yield* events;
		left -= 1;
		if (left <= 0) return;
	}
}
