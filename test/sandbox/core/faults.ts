/**
 * What can go wrong on request, and how often. `resetBefore`: nothing happened; `resetAfter`: the write is done, the answer is lost. `silentBefore` and `silentAfter`: the same, but
 * nothing is heard until the caller hangs up.
 */
export const FAULT_KINDS = [
	'status',
	'delay',
	'resetBefore',
	'resetAfter',
	'silentBefore',
	'silentAfter',
	'html',
	'duplicateDelivery',
	'dropDelivery',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type FaultService = 'bigcommerce' | 'workflow' | 'signature';

export interface Fault {
	id: string;
	service: FaultService;
	kind: FaultKind;
	/** HTTP method; any when absent */
	method?: string;
	/** RegExp source, matched against path and query without the service prefix; for deliveries against the scope or event type */
	path?: string;
	/** how many times it strikes, counted down */
	times: number;
	/** how many that fit go by before it strikes, counted down */
	spares?: number;
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
	delayMs?: number;
	/** duplicateDelivery: how many deliveries there are in all (default 2) */
	copies?: number;
}

const strikes = (fault: Fault, service: FaultService, method: string, url: string) =>
	fault.service === service &&
	(fault.method === undefined || fault.method.toUpperCase() === method.toUpperCase()) &&
	(fault.path === undefined || new RegExp(fault.path).test(url));

/** The faults that are waiting to strike, oldest first. */
export class Faults {
	private waiting: Fault[] = [];

	private lastId = 0;

	/** @throws SyntaxError when `path` is not a regular expression */
	add(fault: Omit<Fault, 'id'>): Fault {
		if (fault.path !== undefined) new RegExp(fault.path);
		this.lastId += 1;
		const added = { ...fault, id: String(this.lastId) };
		this.waiting.push(added);
		return added;
	}

	/** The first fault of one of these kinds that fits, used up once; undefined when none fits. */
	take(service: FaultService, kinds: readonly FaultKind[], method: string, url: string): Fault | undefined {
		const fault = this.waiting.find(
			(candidate) => kinds.includes(candidate.kind) && strikes(candidate, service, method, url),
		);
		if (fault === undefined) return undefined;
		if (fault.spares) {
			fault.spares -= 1;
			return undefined;
		}
		fault.times -= 1;
		if (fault.times <= 0) this.waiting = this.waiting.filter((other) => other !== fault);
		return fault;
	}

	clear(): void {
		this.waiting = [];
	}

	list(): Fault[] {
		return this.waiting.map((fault) => ({ ...fault }));
	}
}
