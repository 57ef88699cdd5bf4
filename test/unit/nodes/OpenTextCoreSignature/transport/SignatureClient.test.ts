/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { Readable } from 'node:stream';
import { NodeApiError, UserError, type IDataObject } from 'n8n-workflow';
import { record } from '../../../../../nodes/OpenTextCoreSignature/transport/dialect';
import { SignInRefused } from '../../../../../nodes/shared/token';
import { NODE } from '../../../support/node';
import { answering, ok, ServiceDouble, type Answer, type Answers } from '../../../support/serviceDouble';
import {
	API,
	clientOf,
	listOf,
	NOT_FOUND,
	readText,
	refusedWith,
	signatureCredential,
	uuid,
} from '../../../support/signature';
import { passTime } from '../../../support/time';

const LIST = { path: '/documents/', subject: 'the list of documents' };
const ID = uuid(1);
const RECORD = { uuid: ID };
const POST = { ...LIST, method: 'POST', body: { a: 1 }, gives: record() } as const;

const rows = (from: number, to: number): IDataObject[] =>
	Array.from({ length: Math.max(0, to - from) }, (_entry, index) => ({ uuid: String(from + index) }));

/** A list of so many rows, in pages of at most `most`; past its end is 404 (reference 3.2). */
const paged =
	(total: number, most = 100): Answers =>
	({ query }) => {
		const size = Math.min(Number(query.limit), most);
		const from = (Number(query.page) - 1) * size;
		if (from > 0 && from >= total) return refusedWith(404, { detail: 'Invalid page.' });
		const to = Math.min(total, from + size);
		return listOf(rows(from, to), to < total ? 'https://evil.example.com/next' : null, total);
	};

const list = async (answers: Answers, limit?: number) => {
	const service = new ServiceDouble(answers);
	const { result } = await passTime(async () => await clientOf(service).list(LIST, limit));
	return { ids: result.map(({ uuid: id }) => id), service };
};

const unauthorized = (): Error =>
	new NodeApiError(NODE, { message: 'Request failed', response: { status: 401 } }, { httpCode: '401' });

describe('the client of Core Signature', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('asks below the root of the API, for JSON, with the credential (reference 3.1)', async () => {
		const service = new ServiceDouble(() => ok(RECORD));
		await clientOf(service, { host: 'eu' }).find(LIST, ID);
		const [{ options, credential }] = service.requests;
		expect(options.url).toBe('https://sign.core.opentext.eu/api/v1/documents/');
		expect(options.headers).toEqual({ Accept: 'application/json' });
		expect(credential).toBe('openTextCoreSignatureApi');
		expect(options.ignoreHttpStatusErrors).toEqual({ ignore: true, except: [401] });
		expect(options).not.toHaveProperty('body');
	});

	it('sends a body as JSON', async () => {
		const service = new ServiceDouble(() => ok(RECORD));
		await clientOf(service).request(POST);
		expect(service.requests[0].options.headers).toMatchObject({ 'Content-Type': 'application/json' });
		expect(service.requests[0].body).toBe('{"a":1}');
	});

	it('reads every page, and sends its token to no address that an answer names', async () => {
		const { ids, service } = await list(paged(250));
		expect(new Set(ids).size).toBe(250);
		expect(service.requests.map(({ query }) => [query.page, query.limit])).toEqual([
			[1, 100],
			[2, 100],
			[3, 100],
		]);
		const hosts = new Set(service.requests.map(({ options }) => new URL(options.url).host));
		expect(hosts.size).toBe(1);
		expect([...hosts][0]).toMatch(/^sign-/);
	});

	it('goes on while there is a next page, when the service gives fewer rows than asked', async () => {
		const { ids } = await list(paged(25, 10));
		expect(ids).toHaveLength(25);
	});

	it('ends at a page past the end, which is 404', async () => {
		const { ids, service } = await list(({ query }) =>
			query.page === 1 ? listOf(rows(0, 100), 'https://sign.example.com/next') : NOT_FOUND,
		);
		expect(ids).toHaveLength(100);
		expect(service.requests).toHaveLength(2);
	});

	it('does not take a list that is not there for an empty one', async () => {
		await expect(list(() => NOT_FOUND)).rejects.toMatchObject({ httpCode: '404' });
	});

	it('asks for no more than the limit', async () => {
		const few = await list(paged(250), 7);
		expect(few.ids).toHaveLength(7);
		expect(few.service.requests.map(({ query }) => query.limit)).toEqual([7]);
		const many = await list(paged(250), 150);
		expect(many.ids).toHaveLength(150);
		expect(many.service.requests).toHaveLength(2);
	});

	it('keeps to a hundred requests in a minute, whoever asks the host (reference 3.4)', async () => {
		const service = new ServiceDouble(() => ok(RECORD));
		const credential = signatureCredential();
		const { waitedMs } = await passTime(async () => {
			await Promise.all(
				Array.from({ length: 101 }, async () => await clientOf(service, credential).find(LIST, ID)),
			);
		});
		expect(waitedMs).toBeGreaterThanOrEqual(60_000);
		expect(service.requests).toHaveLength(101);
	});

	it('waits as long as 429 says, and then gets its answer', async () => {
		const detail = 'Request was throttled. Expected available in 7 seconds.';
		const service = answering({
			[`POST ${API}/documents/`]: [refusedWith(429, { detail }), ok({ ...RECORD, a: 2 })],
		});
		const { result, waitedMs } = await passTime(async () => await clientOf(service).request(POST));
		expect(result.body).toEqual({ ...RECORD, a: 2 });
		expect(waitedMs).toBeGreaterThanOrEqual(7_000);
	});

	it.each<[string, Answer]>([
		['the connection broke', { broken: 'ECONNRESET' }],
		['the service said 503', { status: 503 }],
	])('never repeats a POST by itself after %s', async (_what, answer) => {
		const service = new ServiceDouble(() => answer);
		await expect(passTime(async () => await clientOf(service).request(POST))).rejects.toMatchObject({
			message: expect.stringMatching(/^Item 2: /),
			description: expect.stringMatching(/by its external ID before you run this item again/),
		});
		expect(service.requests).toHaveLength(1);
	});

	it('repeats a GET after a broken connection and a passing status', async () => {
		const answers: Answer[] = [{ broken: 'ECONNRESET' }, { status: 502 }, ok({ ...RECORD, a: 1 })];
		const service = answering({ [`GET ${API}/documents/`]: answers });
		expect((await passTime(async () => await clientOf(service).find(LIST, ID))).result).toEqual({
			...RECORD,
			a: 1,
		});
		expect(service.requests).toHaveLength(3);
	});

	it("tells the service's words without tokens and addresses of people", async () => {
		const body = { signers: [{ email: ['nathan@example.com is not valid, Bearer abc.def'] }] };
		const service = new ServiceDouble(() => refusedWith(400, body));
		const error: unknown = await clientOf(service)
			.request(POST)
			.catch((caught: unknown) => caught);
		expect(error).toMatchObject({
			message: 'Item 2: Core Signature did not accept the values sent for the list of documents',
			description: expect.stringContaining('signers 1.email: [e-mail] is not valid, Bearer [hidden]'),
			httpCode: '400',
		});
		expect(JSON.stringify(error)).not.toMatch(/nathan|abc\.def/);
	});

	it('gives nothing for 404 where that is an answer, and refuses where it is none', async () => {
		const service = new ServiceDouble(() => NOT_FOUND);
		expect(await clientOf(service).find(LIST, ID)).toBeUndefined();
		await expect(clientOf(service).get(LIST, ID)).rejects.toMatchObject({ httpCode: '404' });
	});

	it('says what is missing in the credential before anything is sent', async () => {
		const service = new ServiceDouble(() => ok(RECORD));
		await expect(clientOf(service, { host: '' }).find(LIST, ID)).rejects.toMatchObject({
			message: 'Item 2: Host is missing in the OpenText Core Signature credential',
		});
		expect(service.requests).toEqual([]);
	});

	it('tells a refused sign-in with both halves and the item', async () => {
		const refusal = new SignInRefused({ what: 'The sign-in was refused', next: 'Check the client.' }, 401);
		const service = new ServiceDouble(() => {
			const error = new NodeApiError(NODE, { name: 'x', message: refusal.message });
			Reflect.set(error, 'cause', refusal);
			throw error;
		});
		await expect(clientOf(service).find(LIST, ID)).rejects.toMatchObject({
			message: 'Item 2: The sign-in was refused',
			description: 'Check the client.',
			httpCode: '401',
		});
	});

	it('passes on what is not about the service', async () => {
		const service = new ServiceDouble(() => {
			throw new UserError('This credential restricts requests to specific domains');
		});
		await expect(clientOf(service).find(LIST, ID)).rejects.toThrow(/specific domains/);
	});
});

describe('a body that is a stream', () => {
	const streamed = (text: string, made: () => void) => async () => {
		made();
		return await Promise.resolve({ stream: Readable.from([text]), length: text.length });
	};

	it('is made anew when a fresh token is needed, and tells its length', async () => {
		const made = jest.fn();
		const read: string[] = [];
		const service = new ServiceDouble(async ({ body }) => {
			read.push(await readText(body));
			if (read.length === 1) throw unauthorized();
			return { status: 201, body: RECORD };
		});
		await clientOf(service).request({ ...POST, body: streamed('{"a":1}', made) });
		expect(made).toHaveBeenCalledTimes(2);
		expect(read).toEqual(['{"a":1}', '{"a":1}']);
		expect(service.requests[1].options.headers).toMatchObject({ 'Content-Length': 7 });
	});

	it('is sent no third time when a fresh token does not help', async () => {
		const made = jest.fn();
		const service = new ServiceDouble(() => {
			throw unauthorized();
		});
		await expect(clientOf(service).request({ ...POST, body: streamed('{}', made) })).rejects.toMatchObject({
			httpCode: '401',
		});
		expect(made).toHaveBeenCalledTimes(2);
	});

	it('is made anew for each try after 429', async () => {
		const made = jest.fn();
		const service = answering({
			[`POST ${API}/documents/`]: [{ status: 429, headers: { 'retry-after': '1' } }, ok(RECORD)],
		});
		jest.useFakeTimers();
		await passTime(async () => await clientOf(service).request({ ...POST, body: streamed('{}', made) }));
		jest.useRealTimers();
		expect(made).toHaveBeenCalledTimes(2);
	});
});

describe('an action whose spelling is not certain', () => {
	const REQUEST = uuid(7);
	const WORDS = { subject: 'signature request 7', done: 'the request was cancelled' };
	const OK = { status: 201, body: { detail: 'OK' } };
	const at = (segment: string) => `POST ${API}/signature-requests/${REQUEST}/${segment}/`;
	const act = async (service: ServiceDouble, credential = signatureCredential()) =>
		(await clientOf(service, credential).act('cancel', REQUEST, WORDS)).last.status;

	it('is tried on 404 only, the likeliest spelling first (reference 4.3)', async () => {
		const service = answering({ [at('cancel')]: { status: 201, body: { detail: 'OK', cancelled: true } } });
		expect(await act(service)).toBe(201);
		expect(service.lines).toEqual([at('cancel_signrequest'), at('cancel_signature_request'), at('cancel')]);
	});

	it.each<[Answer, number]>([
		[refusedWith(400, { detail: 'Already signed.' }), 400],
		[refusedWith(403, {}), 403],
		[{ status: 500 }, 500],
		[{ broken: 'ECONNRESET' }, 0],
	])('is not tried under another name after %j', async (answer, status) => {
		const service = answering({ [at('cancel_signrequest')]: answer });
		expect(await act(service)).toBe(status);
		expect(service.lines).toEqual([at('cancel_signrequest')]);
	});

	it('is remembered for the host by the spelling that worked, and found again when that stops', async () => {
		const credential = signatureCredential();
		const renamed = answering({ [at('cancel_signature_request')]: OK });
		await act(renamed, credential);
		await act(renamed, credential);
		expect(renamed.lines).toEqual([
			at('cancel_signrequest'),
			at('cancel_signature_request'),
			at('cancel_signature_request'),
		]);
		const upstream = answering({ [at('cancel_signrequest')]: OK });
		expect(await act(upstream, credential)).toBe(201);
		expect(upstream.lines).toEqual([at('cancel_signature_request'), at('cancel_signrequest')]);
		const other = answering({ [at('cancel_signrequest')]: OK });
		await act(other);
		expect(other.lines).toEqual([at('cancel_signrequest')]);
	});

	it('remembers no spelling of a refusal', async () => {
		const credential = signatureCredential();
		await act(answering({ [at('cancel')]: refusedWith(400, {}) }), credential);
		const service = answering({ [at('cancel_signrequest')]: OK });
		await act(service, credential);
		expect(service.lines).toEqual([at('cancel_signrequest')]);
	});

	it('is 404 when no spelling is known, or there is no such request', async () => {
		const service = answering({});
		expect(await act(service)).toBe(404);
		expect(service.lines).toHaveLength(3);
	});
});
