import type { IDataObject } from 'n8n-workflow';
import { apiError } from '../../../../nodes/shared/errorText';
import { Registration, type HookFacts } from '../../../../nodes/shared/registration';
import type { Broken, Reply } from '../../../../nodes/shared/send';
import type { Sent, Target } from '../../../../nodes/shared/serviceRequest';
import { executeFunctions } from '../../support/contexts';
import { NODE } from '../../support/node';
import { passTime } from '../../support/time';

type Request = Sent & Target;
type Answer = Broken | Reply;

const answer = (status: number): Reply => ({ status, headers: {}, body: '' });
const LOST: Broken = { status: 0, code: 'ECONNRESET', neverSent: false };
const UNREAD: Broken = { status: 0, code: 'HTTP 200', neverSent: false, instead: 'a web page' };

/** A service that knows who is called by each of its hooks, and whether that works. */
class Hooks {
	readonly all = new Map<string, IDataObject>();

	/** Writes, in the order in which they came. */
	readonly writes: string[] = [];

	looks = 0;

	/** How a request ends instead of being carried out; undefined: it is carried out. */
	fate: (request: Request) => Answer | undefined = () => undefined;

	/** Before each look. */
	beforeLook: () => void = () => {};

	put(event: string, right = true, owner = 'us'): string {
		const key = `h${this.all.size + this.writes.length + 1}`;
		this.all.set(key, { key, event, right, owner });
		return key;
	}

	get ofUs(): IDataObject[] {
		return [...this.all.values()].filter(({ owner }) => owner === 'us');
	}

	readonly facts: HookFacts<Target> = {
		list: async () => {
			this.looks += 1;
			this.beforeLook();
			return await Promise.resolve([...this.all.values()]);
		},
		isOurs: ({ owner }) => owner === 'us',
		isRight: ({ right }) => right === true,
		fields: { id: 'key', event: 'event' },
		adding: (event) => this.request('POST', event),
		repairing: ({ id }) => this.request('PUT', id),
		removing: ({ id }) => this.request('DELETE', id),
		replacedOn: [405],
	};

	readonly client = {
		functions: executeFunctions(),
		tryRequest: async (request: Request) => {
			this.writes.push(`${request.method} ${request.path}`);
			const last = this.fate(request) ?? this.carryOut(request);
			return await Promise.resolve({ last, repeatedAfterDoubt: false });
		},
		refusal: (last: Answer, { subject }: { subject: unknown }, next = 'Ask.') =>
			apiError(NODE, { what: `${last.status} for ${String(subject)}`, next }, { status: last.status }),
	};

	private request(method: 'DELETE' | 'POST' | 'PUT', path: string): Request {
		return { method, path, subject: path, gives: () => undefined };
	}

	private carryOut({ method, path }: Request): Answer {
		if (method === 'POST') this.put(path);
		else if (!this.all.has(path)) return answer(404);
		else if (method === 'PUT') this.all.set(path, { ...this.all.get(path), right: true });
		else this.all.delete(path);
		return answer(200);
	}
}

let hooks: Hooks;

beforeEach(() => {
	jest.useFakeTimers();
	hooks = new Hooks();
});

afterEach(() => jest.useRealTimers());

const registration = (events: string[]) => new Registration(hooks.client, events, hooks.facts);

const establish = async (events = ['placed']) =>
	(await passTime(async () => await registration(events).establish())).waitedMs;

const stands = async (events = ['placed']) => await registration(events).stands();

const withdraw = async () => await passTime(async () => await registration(['placed']).withdraw());

describe('establishing registrations', () => {
	it('makes one for each event, and none when it is done again', async () => {
		await establish(['placed', 'paid']);
		await establish(['placed', 'paid']);
		expect(hooks.writes).toEqual(['POST placed', 'POST paid']);
		expect(await stands(['placed', 'paid'])).toBe(true);
	});

	it('adopts one that is right, whoever made it, and writes nothing', async () => {
		hooks.put('placed');
		await establish();
		expect(hooks.writes).toEqual([]);
	});

	it('repairs one that is not right in its place', async () => {
		const key = hooks.put('placed', false);
		expect(await stands()).toBe(false);
		await establish();
		expect(hooks.writes).toEqual([`PUT ${key}`]);
		expect(await stands()).toBe(true);
	});

	it.each<[string, boolean[], number]>([
		['two that are right', [true, true], 0],
		['one that is not right and one that is', [false, true], 1],
		['one that is right and one that is not', [true, false], 0],
		['three that are not right', [false, false, false], 0],
	])('keeps one of an event that has %s: each would tell every event', async (_what, right, kept) => {
		const keys = right.map((isRight) => hooks.put('placed', isRight));
		expect(await stands()).toBe(false);
		await establish();
		expect(hooks.ofUs).toEqual([expect.objectContaining({ key: keys[kept], right: true })]);
	});

	it('removes one of an event that is no longer wanted', async () => {
		const unwanted = hooks.put('paid');
		hooks.put('placed');
		expect(await stands()).toBe(false);
		await establish();
		expect(hooks.writes).toEqual([`DELETE ${unwanted}`]);
	});

	it('never touches those of others', async () => {
		const other = hooks.put('placed', false, 'them');
		await establish();
		await withdraw();
		expect([...hooks.all.keys()]).toEqual([other]);
	});

	it('counts one once that stands on two pages', async () => {
		const key = hooks.put('placed');
		const twice: HookFacts<Target> = {
			...hooks.facts,
			list: async () => await Promise.resolve([{ ...hooks.all.get(key) }, { ...hooks.all.get(key) }]),
		};
		expect(await new Registration(hooks.client, ['placed'], twice).stands()).toBe(true);
	});

	it('writes nothing when they cannot be listed', async () => {
		hooks.beforeLook = () => {
			throw hooks.client.refusal(answer(403), { subject: 'the list' });
		};
		await expect(establish()).rejects.toThrow('403 for the list');
		expect(hooks.writes).toEqual([]);
	});

	it.each<[string, Answer]>([
		['was lost', LOST],
		['came from a gateway that gave up', answer(504)],
		['cannot be read', UNREAD],
	])('finds one that was made although the answer %s, and makes no second one', async (_what, last) => {
		hooks.fate = ({ method, path }) => {
			if (method !== 'POST') return undefined;
			hooks.put(path);
			return last;
		};
		await establish();
		expect(hooks.writes).toEqual(['POST placed']);
	});

	it.each([1, 3, 5])('finds one that is shown only at look %i', async (look) => {
		hooks.fate = () => answer(504);
		hooks.beforeLook = () => {
			// The first look of all comes before anything is written.
			if (hooks.looks === look + 1) hooks.put('placed');
		};
		await establish();
		expect(hooks.writes).toEqual(['POST placed']);
	});

	it('takes a look that is not answered for none', async () => {
		hooks.fate = () => LOST;
		hooks.beforeLook = () => {
			if (hooks.looks === 2) throw hooks.client.refusal(answer(503), { subject: 'the list' });
			if (hooks.looks === 3) hooks.put('placed');
		};
		await establish();
		expect(hooks.writes).toEqual(['POST placed']);
	});

	it.each([LOST, answer(504), answer(408), UNREAD])(
		'says in its message that it is not known, when %j is all that came and nothing is found',
		async (last) => {
			hooks.fate = () => last;
			await expect(establish()).rejects.toMatchObject({
				message: `${last.status} for placed. It is not known whether the webhook for placed was registered`,
				description: expect.stringContaining('Publish the workflow again'),
			});
			expect(hooks.writes).toEqual(['POST placed']);
		},
	);

	it('looks once after a refusal, for somebody else may have made it in the same moment', async () => {
		hooks.fate = ({ method, path }) => {
			if (method !== 'POST') return undefined;
			hooks.put(path, false);
			return answer(409);
		};
		await establish();
		expect(hooks.writes[0]).toBe('POST placed');
		expect(hooks.ofUs).toEqual([expect.objectContaining({ event: 'placed', right: true })]);
	});

	it('passes on a refusal in the words of the service, without waiting', async () => {
		hooks.fate = () => answer(422);
		await expect(establish()).rejects.toMatchObject({ message: '422 for placed', description: 'Ask.' });
		expect(hooks.looks).toBe(2);
	});

	it('makes another one where one cannot be repaired', async () => {
		const old = hooks.put('placed', false);
		hooks.fate = ({ method }) => (method === 'PUT' ? answer(405) : undefined);
		await establish();
		expect(hooks.writes).toEqual([`PUT ${old}`, `DELETE ${old}`, 'POST placed']);
		expect(await stands()).toBe(true);
	});

	it('does not go round in circles when neither repairing nor making another one helps', async () => {
		const old = hooks.put('placed', false);
		hooks.fate = ({ method }) =>
			({ PUT: answer(405), DELETE: answer(200), POST: answer(504) })[String(method)];
		await expect(establish()).rejects.toThrow(/It is not known/);
		expect(hooks.writes).toEqual([`PUT ${old}`, `DELETE ${old}`, 'POST placed']);
	});

	it.each([answer(403), LOST, UNREAD])('does not believe a repair that ended in %j', async (last) => {
		hooks.put('placed', false);
		hooks.fate = ({ method }) => (method === 'PUT' ? last : undefined);
		await expect(establish()).rejects.toThrow(`${last.status} for h1`);
	});
});

describe('withdrawing registrations', () => {
	it('removes every one, also for events that are not wanted any more', async () => {
		hooks.put('placed');
		hooks.put('placed', false);
		hooks.put('paid');
		await withdraw();
		expect(hooks.ofUs).toEqual([]);
		expect(hooks.writes).toHaveLength(3);
	});

	it('is done when one is gone already', async () => {
		hooks.put('placed');
		hooks.fate = () => answer(404);
		await expect(withdraw()).resolves.toBeDefined();
	});

	it.each([true, false])(
		'after an answer that cannot be read looks whether it is gone: %s',
		async (isGone) => {
			const key = hooks.put('placed');
			hooks.fate = () => {
				if (isGone) hooks.all.delete(key);
				return UNREAD;
			};
			if (isGone) await expect(withdraw()).resolves.toBeDefined();
			else await expect(withdraw()).rejects.toThrow(`0 for ${key}`);
			expect(hooks.writes).toHaveLength(1);
		},
	);

	it.each([answer(403), answer(500), LOST])(
		'fails at %j, so that nobody believes that one is gone',
		async (last) => {
			const key = hooks.put('placed');
			hooks.fate = () => last;
			await expect(withdraw()).rejects.toThrow(`${last.status} for ${key}`);
		},
	);
});
