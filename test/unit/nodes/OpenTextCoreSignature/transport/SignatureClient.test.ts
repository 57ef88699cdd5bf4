import type { IDataObject } from 'n8n-workflow';
import { record } from '../../../../../nodes/OpenTextCoreSignature/transport/dialect';
import { fieldsIn } from '../../../../../nodes/shared/record/given';
import { text } from '../../../../../nodes/shared/shape';
import { answering, ok, ServiceDouble, type Answer, type Answers } from '../../../support/serviceDouble';
import {
	API,
	clientOf,
	listOf,
	NOT_FOUND,
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
	return { ids: result.map((row) => fieldsIn({ uuid: text }, row).uuid), service };
};

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

	it('says what is missing in the credential before anything is sent', async () => {
		const service = new ServiceDouble(() => ok(RECORD));
		await expect(clientOf(service, { host: '' }).find(LIST, ID)).rejects.toMatchObject({
			message: 'Item 2: Host is missing in the OpenText Core Signature credential',
		});
		expect(service.requests).toEqual([]);
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
