/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { Readable } from 'node:stream';
import { NodeApiError, UserError, type ICredentialDataDecryptedObject, type IDataObject } from 'n8n-workflow';
import { givesIf, isNamed } from '../../../../nodes/shared/answer';
import type { ClientOptions } from '../../../../nodes/shared/clientOptions';
import { unanswered } from '../../../../nodes/shared/errorText';
import { isRecord } from '../../../../nodes/shared/isRecord';
import { Ledger } from '../../../../nodes/shared/ledger';
import { Paces, WindowPace } from '../../../../nodes/shared/pace';
import { pages } from '../../../../nodes/shared/paging';
import { ServiceClient } from '../../../../nodes/shared/serviceClient';
import type { Dialect, Target } from '../../../../nodes/shared/serviceRequest';
import { SignInRefused } from '../../../../nodes/shared/token';
import { executeFunctions } from '../../support/contexts';
import { NODE } from '../../support/node';
import { answering, ok, ServiceDouble, type Answer } from '../../support/serviceDouble';
import { readText } from '../../support/signature';
import { passTime } from '../../support/time';

interface Library {
	address: string;
	tenant: string;
}

interface BookTarget extends Target {
	subject: string;
}

const shelf = givesIf(({ body }) => Array.isArray(body));

/** A service that nobody has: its record stands under `book`, its lists are bare arrays of two rows a page. */
const DIALECT: Dialect<Library, BookTarget> = {
	credential: 'libraryApi',
	faultIn: ({ tenant }) => (tenant ? undefined : { what: 'The tenant is missing', next: 'Enter it.' }),
	placeIn: ({ tenant }) => ({ address: 'https://library.example.com', tenant: String(tenant) }),
	accountOf: ({ tenant }) => tenant,
	paces: new Paces(() => new WindowPace(3, 60_000)),
	rules: { throttleMs: () => 7_000, passing: new Set([503]) },
	urlOf: ({ address, tenant }, { path }) => `${address}/${tenant}${path}`,
	accept: 'application/json',
	timeoutMs: (patienceMs = 9_000) => patienceMs,
	renewOn: [401],
	record: (_aim, id) => givesIf(({ body }) => isRecord(body) && isNamed(body.book, 'id', id)),
	recordIn: (body) => (isRecord(body) ? body.book : undefined),
	explain: (last, subject, method, isForChange) => ({
		what: `${method} ${isForChange ? 'for a change ' : ''}of ${unanswered('The library', last, subject)}`,
		next: 'Ask the librarian.',
	}),
	vendorMessage: ({ body }) => (isRecord(body) ? String(body.why) : undefined),
	done: (subject, method) => `${subject} was handled by ${method}`,
};

class LibraryClient extends ServiceClient<Library, BookTarget> {
	pages(list: BookTarget, limit = Number.POSITIVE_INFINITY): AsyncGenerator<IDataObject[]> {
		return pages(limit, async (number) => {
			const { body } = await this.request({ ...list, method: 'GET', query: { number }, gives: shelf });
			const rows = Array.isArray(body) ? body.filter(isRecord) : [];
			return { rows, more: rows.length === 2 };
		});
	}
}

let tenants = 0;

/** Another tenant for each call: the pace is kept by it. */
const credential = (): ICredentialDataDecryptedObject => ({ tenant: `t${(tenants += 1)}` });

const functionsOf = (service: ServiceDouble, fields = credential()) =>
	executeFunctions({ service, credential: fields });

const clientOf = (service: ServiceDouble, fields = credential(), options: ClientOptions = {}) =>
	new LibraryClient(functionsOf(service, fields), DIALECT, { itemIndex: 1, ...options });

const always = (answer: Answer) => new ServiceDouble(() => answer);

const BOOK = { path: '/books/7', subject: 'book 7' };
const FOUND = ok({ book: { id: 7 } });
const PUT = { ...BOOK, method: 'PUT', body: { title: 'x' } } as const;

describe('a service client', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('asks below the place that the credential names, and names the kind of a body only where there is one', async () => {
		const service = always(FOUND);
		const client = clientOf(service, { tenant: 'north' }, { patienceMs: 5_000 });
		await client.get({ ...BOOK, query: { full: true } });
		await client.write(PUT);
		expect(service.requests.map(({ method, credential: name, options }) => [method, name, options])).toEqual([
			[
				'GET',
				'libraryApi',
				expect.objectContaining({
					url: 'https://library.example.com/north/books/7',
					headers: { Accept: 'application/json' },
					qs: { full: true },
					timeout: 5_000,
					ignoreHttpStatusErrors: { ignore: true, except: [401] },
				}),
			],
			[
				'PUT',
				'libraryApi',
				expect.objectContaining({
					headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
					body: { title: 'x' },
				}),
			],
		]);
		expect(service.requests[0].options).not.toHaveProperty('body');
	});

	it('writes a body in the form that the service takes', async () => {
		const service = always(FOUND);
		const dialect = { ...DIALECT, written: (body: unknown) => `<${JSON.stringify(body)}>` };
		await new LibraryClient(functionsOf(service), dialect).write({ ...PUT, body: {} });
		expect(service.requests[0].body).toBe('<{}>');
	});

	it('reads the credential once, however many requests follow', async () => {
		const functions = functionsOf(always(FOUND));
		const client = new LibraryClient(functions, DIALECT);
		for (let turn = 0; turn < 3; turn++) await client.get(BOOK);
		expect(functions.getCredentials).toHaveBeenCalledTimes(1);
	});

	it('says what is wrong with the credential before anything is sent', async () => {
		const service = always(FOUND);
		await expect(clientOf(service, {}).get(BOOK)).rejects.toMatchObject({
			message: 'Item 2: The tenant is missing',
			description: 'Enter it.',
		});
		expect(service.requests).toEqual([]);
	});

	it('hands n8n a fresh request for each try, since n8n writes into it', async () => {
		const service = answering({ [`GET /t0/books/7`]: [{ status: 503 }, FOUND] });
		await passTime(async () => await clientOf(service, { tenant: 't0' }).get({ ...BOOK, query: { a: 1 } }));
		const [first, second] = service.requests.map(({ options }) => options);
		expect(second).toEqual(first);
		expect(second).not.toBe(first);
		expect(second.headers).not.toBe(first.headers);
		expect(second.qs).not.toBe(first.qs);
	});

	it('keeps to the pace of the account, whoever asks, and lets other accounts go', async () => {
		const service = always(FOUND);
		const ask = async (fields: ICredentialDataDecryptedObject, times: number) =>
			await passTime(
				async () =>
					await Promise.all(
						Array.from({ length: times }, async () => await clientOf(service, fields).get(BOOK)),
					),
			);
		expect((await ask({ tenant: 'busy' }, 4)).waitedMs).toBeGreaterThanOrEqual(60_000);
		expect((await ask({ tenant: 'idle' }, 3)).waitedMs).toBe(0);
	});

	it('waits as long as the service says, and then gets its answer', async () => {
		const service = answering({ [`GET /t0/books/7`]: [{ status: 429 }, FOUND] });
		const { result, waitedMs } = await passTime(
			async () => await clientOf(service, { tenant: 't0' }).get(BOOK),
		);
		expect(result).toEqual({ id: 7 });
		expect(waitedMs).toBeGreaterThanOrEqual(7_000);
	});

	it.each<[string, Answer]>([
		['the connection broke', { broken: 'ECONNRESET' }],
		['the service said 503', { status: 503 }],
		['the answer cannot be read', ok('<html>maintenance</html>')],
	])('never repeats a POST by itself after %s', async (_what, answer) => {
		const service = always(answer);
		const sent = passTime(async () => await clientOf(service).write({ ...PUT, method: 'POST' }));
		await expect(sent).rejects.toThrow(NodeApiError);
		expect(service.requests).toHaveLength(1);
	});

	describe('when a record is asked for', () => {
		it('finds nothing after 404, where get refuses', async () => {
			const service = always({ status: 404 });
			expect(await clientOf(service).find(BOOK, 7)).toBeUndefined();
			await expect(clientOf(service).get(BOOK, 7)).rejects.toMatchObject({ httpCode: '404' });
		});

		it.each([403, 500])('finds nothing after 404 alone: %i is no answer', async (status) => {
			const finding = passTime(async () => await clientOf(always({ status })).find(BOOK, 7));
			await expect(finding).rejects.toMatchObject({ httpCode: String(status) });
		});

		it('gives it without what the service puts around it, by each of the verbs', async () => {
			const client = clientOf(always(FOUND));
			expect([await client.get(BOOK, 7), await client.find(BOOK, 7), await client.write(PUT, 7)]).toEqual([
				{ id: 7 },
				{ id: 7 },
				{ id: 7 },
			]);
		});

		it('takes neither another record for it nor none at all', async () => {
			for (const body of [{ book: { id: 8 } }, { book: {} }, { id: 7 }, '', null, [], 7]) {
				for (const verb of ['get', 'find'] as const) {
					const reading = passTime(async () => await clientOf(always(ok(body)))[verb](BOOK, 7));
					await expect(reading).rejects.toThrow(/^Item 2: GET of The library answered with /);
				}
			}
		});

		it('looks at the answer as the caller says, where more is needed of it', async () => {
			const gives = givesIf(({ body }) => isRecord(body) && isRecord(body.book) && 'title' in body.book);
			const reading = passTime(async () => await clientOf(always(FOUND)).get({ ...BOOK, gives }, 7));
			await expect(reading).rejects.toThrow(/answered with data of another shape for book 7/);
		});
	});

	it('reads a list to its end or to the limit', async () => {
		const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];
		const service = new ServiceDouble(({ query }) =>
			ok(rows.slice(2 * Number(query.number), 2 * Number(query.number) + 2)),
		);
		expect(await clientOf(service).list(BOOK)).toEqual(rows);
		expect(await clientOf(service).list(BOOK, 1)).toEqual(rows.slice(0, 1));
		expect(service.requests).toHaveLength(3);
	});

	describe('when a request is refused', () => {
		const refused = always({ status: 409, body: { why: 'Lent to ada@example.com, Bearer abc.def' } });

		it('tells how it ended, for callers that know what that means', async () => {
			const { last } = await clientOf(refused).tryRequest({ ...PUT, gives: shelf });
			expect(last.status).toBe(409);
		});

		it('throws what happened, the next step and the words of the service, without tokens and addresses of people', async () => {
			const error: unknown = await clientOf(refused)
				.request({ ...PUT, gives: shelf })
				.catch((thrown: unknown) => thrown);
			expect(error).toBeInstanceOf(NodeApiError);
			expect(error).toMatchObject({
				message: 'Item 2: PUT of The library could not answer for book 7 (status 409)',
				description: 'Ask the librarian. The service said: "Lent to [e-mail], Bearer [hidden]"',
				httpCode: '409',
				context: { itemIndex: 1 },
			});
			expect(JSON.stringify(error)).not.toMatch(/ada@|abc\.def/);
		});

		it('says that it was for a change, where a right to read alone would not do', async () => {
			const reading = clientOf(refused, credential(), { isForChange: true }).get(BOOK);
			await expect(reading).rejects.toThrow(/GET for a change of/);
		});

		it('tells a better next step, or words of its own, where the caller has them', async () => {
			const client = clientOf(refused);
			const { last } = await client.tryRequest({ ...PUT, gives: shelf });
			expect(client.refusal(last, PUT, 'Wait.')).toMatchObject({
				message: expect.stringContaining('PUT of'),
				description: expect.stringMatching(/^Wait\. The service said/),
			});
			expect(client.failure(last, { what: 'It is lent', next: 'Wait.' })).toMatchObject({
				message: 'Item 2: It is lent',
				description: expect.stringMatching(/^Wait\. The service said/),
			});
		});
	});

	it('tells a refused sign-in with both halves and the item', async () => {
		const refusal = new SignInRefused({ what: 'The sign-in was refused', next: 'Check the client.' }, 401);
		const service = new ServiceDouble(() => {
			const error = new NodeApiError(NODE, { name: 'x', message: refusal.message });
			Reflect.set(error, 'cause', refusal);
			throw error;
		});
		await expect(clientOf(service).get(BOOK)).rejects.toMatchObject({
			message: 'Item 2: The sign-in was refused',
			description: 'Check the client.',
			httpCode: '401',
		});
	});

	it('passes on what is not about the service', async () => {
		const service = new ServiceDouble(() => {
			throw new UserError('This credential restricts requests to specific domains');
		});
		await expect(clientOf(service).get(BOOK)).rejects.toThrow(/specific domains/);
	});

	it('notes a change in the words of the caller, or else of the service', async () => {
		const ledger = new Ledger();
		const client = clientOf(always(FOUND), credential(), { ledger });
		await client.write(PUT);
		await client.write({ ...PUT, done: 'the title was changed' });
		await client.get(BOOK);
		expect(ledger.truth()).toBe('Already done: book 7 was handled by PUT; the title was changed.');
	});
});

describe('a body that is a stream', () => {
	const streamed = (made: () => void) => async () => {
		made();
		return await Promise.resolve({ stream: Readable.from(['{"a":1}']), length: 7 });
	};

	const unauthorized = (): Error =>
		new NodeApiError(NODE, { message: 'Request failed', response: { status: 401 } }, { httpCode: '401' });

	it('is made anew when a fresh token is needed, tells its length, and is let go', async () => {
		const made = jest.fn();
		const streams: unknown[] = [];
		const read: string[] = [];
		const service = new ServiceDouble(async ({ body }) => {
			streams.push(body);
			read.push(await readText(body));
			if (read.length === 1) throw unauthorized();
			return FOUND;
		});
		await clientOf(service).write({ ...PUT, body: streamed(made) });
		expect(made).toHaveBeenCalledTimes(2);
		expect(read).toEqual(['{"a":1}', '{"a":1}']);
		expect(service.requests[1].options.headers).toMatchObject({ 'Content-Length': 7 });
		expect(streams.map((stream) => stream instanceof Readable && stream.destroyed)).toEqual([true, true]);
	});

	it('is sent no third time when a fresh token does not help', async () => {
		const made = jest.fn();
		const service = new ServiceDouble(() => {
			throw unauthorized();
		});
		const sent = clientOf(service).write({ ...PUT, body: streamed(made) });
		await expect(sent).rejects.toMatchObject({ httpCode: '401' });
		expect(made).toHaveBeenCalledTimes(2);
	});

	it('is made anew for each try after 429', async () => {
		const made = jest.fn();
		const service = answering({ 'PUT /t0/books/7': [{ status: 429 }, FOUND] });
		jest.useFakeTimers();
		await passTime(
			async () => await clientOf(service, { tenant: 't0' }).write({ ...PUT, body: streamed(made) }),
		);
		jest.useRealTimers();
		expect(made).toHaveBeenCalledTimes(2);
	});
});
