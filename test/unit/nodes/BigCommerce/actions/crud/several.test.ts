import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { isRecord } from '../../../../../../nodes/shared/isRecord';
import { runOperation } from '../../../../support/operationRun';
import { ServiceDouble, v3, type Answer, type SentRequest } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const REFUSED: Answer = {
	status: 422,
	body: { status: 422, title: 'JSON data is missing or invalid', errors: {} },
};

const TAKEN: Answer = {
	status: 422,
	body: { status: 422, title: 'A customer with this email exists already', errors: {} },
};

const rowsIn = ({ body }: SentRequest): IDataObject[] =>
	(Array.isArray(body) ? body : [body]).filter(isRecord).map((row) => ({ ...row }));

/** A store of customers, each with an address of its own. */
class Customers {
	readonly rows: IDataObject[];

	/** The connection breaks after what is sent next was done, or before. */
	cut?: 'after' | 'before';

	/** A customer with these notes is not changed. */
	refuses?: string;

	/** The rows before a refused one are made. */
	keepsSome = false;

	/** So many lists, after a write, show nothing of what was made since. */
	lag = 0;

	private shown = 0;

	readonly service = new ServiceDouble((request) => this.answer(request));

	constructor(...emails: string[]) {
		this.rows = [];
		for (const email of emails) this.add({ email, first_name: 'Old', last_name: 'One' });
	}

	get writes(): string[] {
		return this.service.lines.filter((line) => !line.startsWith('GET'));
	}

	private add(row: IDataObject): IDataObject {
		const made = { id: this.rows.length + 1, date_modified: '2026-11-22T10:00:00Z', ...row };
		this.rows.push(made);
		return made;
	}

	private fits({ email, id }: IDataObject): boolean {
		return String(email).includes('@') && this.rows.every((row) => row.email !== email || row.id === id);
	}

	private answer(request: SentRequest): Answer {
		const { method, query } = request;
		if (method === 'GET') {
			const wanted = String(query['email:in'] ?? query['id:in']).split(',');
			const name = 'email:in' in query ? 'email' : 'id';
			const isLate = this.writes.length > 0 && this.lag-- > 0;
			const rows = isLate ? this.rows.slice(0, this.shown) : this.rows;
			return v3(rows.filter((row) => wanted.includes(String(row[name]))));
		}
		if (!this.writes.slice(1).length) this.shown = this.rows.length;
		const { cut } = this;
		this.cut = undefined;
		if (cut === 'before') return { broken: 'ECONNRESET' };
		const done = method === 'POST' ? this.create(rowsIn(request)) : this.change(rowsIn(request));
		return cut === 'after' ? { broken: 'ECONNRESET' } : done;
	}

	private create(rows: IDataObject[]): Answer {
		const isWhole = rows.length === 1 || rows.every((row) => this.fits(row));
		if (!this.keepsSome && !isWhole) return REFUSED;
		const made: IDataObject[] = [];
		for (const row of rows) {
			if (this.rows.some(({ email }) => email === row.email)) return TAKEN;
			if (!this.fits(row)) return REFUSED;
			made.push(this.add(row));
		}
		return v3(made);
	}

	private change(rows: IDataObject[]): Answer {
		const isRefused = ({ notes }: IDataObject) => this.refuses !== undefined && notes === this.refuses;
		if (rows.some(isRefused)) return REFUSED;
		if (!rows.every((row) => row.email === undefined || this.fits(row))) return REFUSED;
		return v3(rows.map((row) => Object.assign(this.rows[Number(row.id) - 1], row)));
	}
}

const person = (nth: number, more: INodeParameters = {}): INodeParameters => ({
	email: `n${nth}@example.com`,
	firstName: 'New',
	lastName: `Number ${nth}`,
	...more,
});

const people = (count: number) => Array.from({ length: count }, (_item, at) => person(at + 1));

const run = async (store: Customers, operation: string, items: INodeParameters[], continueOnFail = false) => {
	store.service.requests.length = 0;
	const work = async () =>
		await runOperation({ resource: 'customer', operation, items, service: store.service, continueOnFail });
	return (await passTime(work)).result;
};

describe('new ones of which one call makes several', () => {
	it('are made ten in one call, each paired with its item', async () => {
		const store = new Customers();
		const result = await run(store, 'create', people(12));
		expect(store.service.lines).toEqual([
			...['GET /v3/customers', 'POST /v3/customers'],
			...['GET /v3/customers', 'POST /v3/customers'],
		]);
		expect(result.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual(
			people(12).map(({ email }, item) => [email, { item }]),
		);
	});

	it.each([true, false])(
		'go one by one when one is refused, those before it made or not: %s',
		async (keepsSome) => {
			const store = new Customers('n2@example.com');
			store.keepsSome = keepsSome;
			const result = await run(store, 'create', people(12), true);
			expect(result.map(({ json }) => json.email ?? json.error)).toEqual(
				people(12).map(({ email }, at) => (at === 1 ? expect.stringMatching(/^Item 2: /) : email)),
			);
			expect(store.rows).toHaveLength(12);
		},
	);

	it('stop at the refused one when the node does not go on', async () => {
		const store = new Customers('n2@example.com');
		await expect(run(store, 'create', people(12))).rejects.toThrow(/^Item 2: /);
		expect(store.rows).toHaveLength(2);
	});

	it('are told as made where the list shows them only after they were refused as duplicates', async () => {
		const store = new Customers();
		store.keepsSome = true;
		store.lag = 3;
		const items = [person(1), person(2), person(3, { email: 'none' })];
		const result = await run(store, 'create', items, true);
		expect(result.map(({ json }) => json.email ?? json.error)).toEqual([
			'n1@example.com',
			'n2@example.com',
			expect.stringMatching(/^Item 3: /),
		]);
		expect(store.rows).toHaveLength(2);
	});

	it('are not made behind one that stands, unless the node goes on', async () => {
		const store = new Customers('n2@example.com');
		await expect(run(store, 'create', people(4))).rejects.toThrow(/^Item 2: /);
		expect(store.rows.map(({ email }) => email)).toEqual(['n2@example.com', 'n1@example.com']);
	});

	it('leave one that stands to a call of its own', async () => {
		const store = new Customers();
		await run(store, 'create', [person(2)]);
		const result = await run(store, 'create', people(3), true);
		expect(store.writes).toEqual(['POST /v3/customers', 'POST /v3/customers']);
		expect(result[1].json.error).toMatch(/^Item 2: /);
		expect(store.rows).toHaveLength(3);
	});

	const COMMA = person(2, { email: 'n,2@example.com' });

	it('go together but for one whose key would be two in the look for those that stand', async () => {
		const store = new Customers();
		const result = await run(store, 'create', [person(1), COMMA, person(3), person(4)]);
		expect(store.service.lines).toEqual(['GET /v3/customers', 'POST /v3/customers', 'POST /v3/customers']);
		expect(store.service.requests[0].query['email:in']).toBe('n1@example.com,n3@example.com,n4@example.com');
		expect(result.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual(
			['n1@example.com', COMMA.email, 'n3@example.com', 'n4@example.com'].map((email, item) => [
				email,
				{ item },
			]),
		);
	});

	it('are found when the answer was lost, and sent once', async () => {
		const store = new Customers();
		store.cut = 'after';
		const result = await run(store, 'create', people(3));
		expect(result.map(({ json }) => json.email)).toEqual(people(3).map(({ email }) => email));
		expect(store.writes).toHaveLength(1);
	});

	it('are not known to be made when nothing is found after a lost answer, and are sent once', async () => {
		const store = new Customers();
		store.cut = 'before';
		const result = await run(store, 'create', people(3), true);
		for (const { json } of result) {
			expect(JSON.stringify(json)).toContain('It is not known whether 3 customers were created.');
		}
		expect(store.writes).toHaveLength(1);
	});
});

describe('Create or Update of several', () => {
	it('takes one look, one change and one creation', async () => {
		const store = new Customers('n1@example.com', 'n3@example.com');
		const result = await run(store, 'upsert', people(5));
		expect(store.service.lines).toEqual(['GET /v3/customers', 'PUT /v3/customers', 'POST /v3/customers']);
		expect(
			result.map(({ json, pairedItem }) => [json.email, json.first_name, json.created, pairedItem]),
		).toEqual(people(5).map(({ email }, item) => [email, 'New', ![0, 2].includes(item), { item }]));
	});

	it('leaves one whose key would be two in a look to calls of its own, and makes the others together', async () => {
		const store = new Customers();
		const result = await run(store, 'upsert', [
			person(1, { email: 'n,1@example.com' }),
			person(2),
			person(3),
		]);
		expect(store.writes).toEqual(['POST /v3/customers', 'POST /v3/customers']);
		expect(result.map(({ json }) => [json.email, json.created])).toEqual(
			['n,1@example.com', 'n2@example.com', 'n3@example.com'].map((email) => [email, true]),
		);
	});

	it('does the others when one is refused', async () => {
		const store = new Customers('n1@example.com', 'n3@example.com');
		const items = [person(1), person(2, { email: 'none' }), person(3), person(4), person(5)];
		const result = await run(store, 'upsert', items, true);
		expect(result.map(({ json }) => json.created ?? json.error)).toEqual([
			false,
			expect.stringMatching(/^Item 2: /),
			false,
			true,
			true,
		]);
	});

	const refusals = [person(1, { additionalFields: { notes: 'bad' } }), person(2), person(3), person(4)];

	it.each([
		['two', ['n1@example.com', 'n2@example.com']],
		['one', ['n1@example.com']],
	])('makes none behind %s whose change is refused, unless the node goes on', async (_count, there) => {
		const store = new Customers(...there);
		store.refuses = 'bad';
		const items = refusals.map((item) => ({ ...item }));
		await expect(run(store, 'upsert', items)).rejects.toThrow(/^Item 1: /);
		expect(store.rows).toHaveLength(there.length);
		const result = await run(store, 'upsert', items, true);
		expect(result.map(({ json }) => json.email ?? json.error)).toEqual([
			expect.stringMatching(/^Item 1: /),
			...['n2@example.com', 'n3@example.com', 'n4@example.com'],
		]);
	});

	it('says of each what is not known, and sends nothing again', async () => {
		const store = new Customers();
		store.cut = 'before';
		const result = await run(store, 'upsert', people(2), true);
		for (const { json } of result) expect(JSON.stringify(json)).toContain('It is not known whether');
		expect(store.writes).toHaveLength(1);
	});
});

describe('changes of several that are picked by their own key', () => {
	const named = (email: string) => ({
		customerId: { __rl: true, mode: 'email', value: email },
		updateFields: { notes: 'held' },
	});

	it('take one look for all of them', async () => {
		const store = new Customers('a@example.com', 'b@example.com', 'c@example.com');
		const result = await run(store, 'update', ['c@example.com', 'a@example.com'].map(named));
		expect(store.service.lines).toEqual(['GET /v3/customers', 'PUT /v3/customers']);
		expect(result.map(({ json }) => [json.id, json.notes])).toEqual([
			[3, 'held'],
			[1, 'held'],
		]);
	});

	it('are held back behind one that is not there, unless the node goes on', async () => {
		const store = new Customers('a@example.com', 'b@example.com', 'c@example.com');
		const items = ['a@example.com', 'nobody@example.com', 'b@example.com'].map(named);
		const missing = 'Item 2: The store has no customer with this email';
		await expect(run(store, 'update', items)).rejects.toThrow(missing);
		expect(store.rows.map(({ notes }) => notes)).toEqual(['held', undefined, undefined]);
		const result = await run(store, 'update', items, true);
		expect(store.writes).toEqual(['PUT /v3/customers']);
		expect(result.map(({ json }) => json.notes ?? json.error)).toEqual(['held', missing, 'held']);
	});

	it('go one after another when two of them are one record', async () => {
		const store = new Customers('a@example.com', 'b@example.com');
		const byId = { customerId: { __rl: true, mode: 'id', value: '1' }, updateFields: { notes: 'later' } };
		await run(store, 'update', [named('a@example.com'), byId]);
		expect(store.writes).toHaveLength(2);
		expect(store.rows[0].notes).toBe('later');
	});
});
