import { sendOnce } from '../../../../../nodes/OpenTextCoreSignature/transport/requests';
import { executeFunctions } from '../../../support/contexts';
import {
	SandboxSending,
	type Present,
	type Sending,
	type SendingFate,
	type SendingOptions,
} from '../../../support/sandboxSending';
import { ServiceDouble } from '../../../support/serviceDouble';
import { clientOf, NOT_FOUND, refusedWith, requestUuid, uuid } from '../../../support/signature';
import { passTime } from '../../../support/time';

let sandbox: SandboxSending;
beforeAll(async () => {
	sandbox = await SandboxSending.open();
});

afterAll(async () => await sandbox.close());

const request = (externalId: string) => ({
	externalId,
	signers: [{ email: 'nathan@example.com' }],
	fields: { who: 'o', subject: 'Please sign', name: 'Offer', auto_expire_days: 14, link_expire_days: 30 },
	withContent: (fields: object) => ({ ...fields, file_from_url: 'https://example.com/offer.pdf' }),
});

const send = async (model: Sending, externalId = 'k') =>
	(
		await passTime(
			async () => await sendOnce(executeFunctions(), clientOf(model.service), request(externalId)),
		)
	).result;

const modelWith = (...fates: SendingFate[]) => sandbox.begin({ fate: (turn) => fates[turn] ?? 'answered' });

const withPresent = async (present: Present = {}, options?: SendingOptions) => {
	const model = sandbox.begin(options);
	await model.put(1, { externalId: 'k', ...present });
	return model;
};

describe('sending once', () => {
	beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));
	afterEach(() => jest.useRealTimers());

	it('makes document and request in one call, and reads the document anew', async () => {
		const model = modelWith();
		expect(await send(model)).toMatchObject({ created: true, document: { uuid: uuid(1), status: 'se' } });
		expect(model.posted).toEqual([
			{
				who: 'o',
				subject: 'Please sign',
				name: 'Offer',
				auto_expire_days: 14,
				link_expire_days: 30,
				external_id: 'k',
				signers: [{ email: 'nathan@example.com' }],
				file_from_url: 'https://example.com/offer.pdf',
			},
		]);
	});

	it.each(['se', 'vi', 'si', 'de', 'ca', 'xp'])(
		'posts nothing when a request with the key is there already, in state %s',
		async (status) => {
			const model = await withPresent({ status });
			expect(await send(model)).toMatchObject({ created: false, document: { uuid: uuid(1), status } });
			expect(model.posted).toEqual([]);
		},
	);

	it('finds what is there on a later page of a list that ignores the filter', async () => {
		const model = await withPresent({}, { ignoresFilter: true, pageSize: 1 });
		for (const number of [2, 3]) await model.put(number);
		expect(await send(model)).toMatchObject({ created: false, document: { uuid: uuid(1) } });
	});

	it('takes no document of another key when the filter is ignored', async () => {
		const model = sandbox.begin({ ignoresFilter: true });
		await model.put(1, { externalId: 'another' });
		expect(await send(model)).toMatchObject({ created: true, document: { external_id: 'k' } });
	});

	it('sends the document of two steps of which the second never came (reference 7.4)', async () => {
		const model = await withPresent({ status: 'ne', unsent: true });
		expect(await send(model)).toMatchObject({ created: true, document: { uuid: uuid(1) } });
		expect(model.documents).toHaveLength(1);
		expect(model.posted).toEqual([
			{
				who: 'o',
				subject: 'Please sign',
				document: model.documents[0].url,
				signers: [{ email: 'nathan@example.com' }],
			},
		]);
	});

	it('names such a document by its path when the service gives no address', async () => {
		const model = await withPresent({ status: 'ne', unsent: true }, { withoutUrls: true });
		await send(model).catch(() => undefined);
		expect(model.posted[0].document).toBe(`/api/v1/documents/${uuid(1)}/`);
	});

	it('looks a sending in doubt up before it does anything again', async () => {
		const model = modelWith('answer lost');
		expect(await send(model)).toMatchObject({ created: true, document: { uuid: uuid(1) } });
		expect(model.mailed).toBe(1);
		expect(model.service.lines.map((line) => line.split(' ')[0])).toEqual(['GET', 'POST', 'GET']);
	});

	it('looks more than once, since a new document may be invisible for a moment', async () => {
		const model = sandbox.begin({ fate: () => 'answer lost', hiddenLooks: 2 });
		expect(await send(model)).toMatchObject({ created: true });
		expect(model.mailed).toBe(1);
	});

	it.each<[string, SendingFate, string]>([
		['a broken connection', 'never carried out', 'The connection to Core Signature broke at'],
		['502', { status: 502 }, 'Core Signature could not answer for'],
		['504', { status: 504 }, 'Core Signature could not answer for'],
		['500', { status: 500 }, 'Core Signature could not answer for'],
		['a web page', { status: 201, body: '<html>busy</html>' }, 'Core Signature answered with a web page for'],
		['nothing', { status: 201 }, 'Core Signature answered with nothing for'],
		[
			'JSON that is cut off',
			{ status: 201, body: '{"uu' },
			'Core Signature answered with text that cannot be read for',
		],
		[
			'another shape',
			{ status: 200, body: { ok: 1 } },
			'Core Signature answered with data of another shape for',
		],
	])('posts once, whatever is not found after %s: the next run looks first', async (_what, fate, text) => {
		const model = modelWith(fate);
		await expect(send(model)).rejects.toMatchObject({
			message: expect.stringContaining(`Item 2: ${text} the sending of "k"`),
			description: expect.stringMatching(/looks for the document by its external ID first/),
		});
		expect({ mailed: model.mailed, posted: model.posted.length }).toEqual({ mailed: 0, posted: 1 });
		expect(await send(model)).toMatchObject({ created: true });
		expect({ mailed: model.mailed, posted: model.posted.length }).toEqual({ mailed: 1, posted: 2 });
	});

	it('finds a document that appears only after half a minute', async () => {
		const model = sandbox.begin({ fate: () => 'answer lost', hiddenLooks: 6 });
		expect(await send(model)).toMatchObject({ created: true });
		expect({ mailed: model.mailed, posted: model.posted.length }).toEqual({ mailed: 1, posted: 1 });
	});

	it('posts once for the document of two steps too, and finds its request', async () => {
		const model = await withPresent({ status: 'ne', unsent: true }, { fate: () => 'answer lost' });
		expect(await send(model)).toMatchObject({ created: true, document: { uuid: uuid(1) } });
		expect({ mailed: model.mailed, posted: model.posted.length }).toEqual({ mailed: 1, posted: 1 });
	});

	it.each<[string, unknown]>([
		['a web page', '<html>maintenance</html>'],
		['JSON that is cut off', '{"count": 1, "results": [{"uuid"'],
		['nothing', ''],
		['a bare list', []],
		['no rows', { count: 0 }],
		['rows that name nothing', { count: 1, next: null, results: [{ id: 7 }] }],
		['rows of another kind', { count: 1, next: null, results: ['k'] }],
	])(
		'posts nothing when the list of documents is %s: what cannot be read is not an empty list',
		async (_what, body) => {
			const model = modelWith();
			const blind = new ServiceDouble(async (sent) =>
				sent.method === 'GET' ? { status: 200, body } : await model.service.reply(sent),
			);
			const sending = passTime(async () => await sendOnce(executeFunctions(), clientOf(blind), request('k')));
			await expect(sending).rejects.toMatchObject({
				message: expect.stringContaining('Core Signature answered with'),
			});
			expect(model.posted).toEqual([]);
		},
	);

	it('never sends again after a refusal', async () => {
		const model = modelWith(refusedWith(400, { signers: ['This field is required.'] }));
		await expect(send(model)).rejects.toMatchObject({
			httpCode: '400',
			description: expect.stringContaining('signers: This field is required.'),
		});
		expect(model.posted).toHaveLength(1);
	});

	it('makes one document each and mails once in 50 of 50 sendings whose connection is cut afterwards', async () => {
		const model = sandbox.begin({ fate: () => 'answer lost' });
		const keys = Array.from({ length: 50 }, (_entry, index) => `order:${index}`);
		for (const key of keys) expect(await send(model, key)).toMatchObject({ created: true });
		expect(model.mailed).toBe(50);
		expect(new Set(model.documents.map(({ external_id: key }) => key))).toEqual(new Set(keys));
		expect(model.documents).toHaveLength(50);
		for (const key of keys) expect(await send(model, key)).toMatchObject({ created: false });
		expect(model.mailed).toBe(50);
	});

	it('says that the document was sent when only reading it afterwards does not work', async () => {
		const { service } = sandbox.begin({});
		const blind = new ServiceDouble(async (sent) =>
			sent.method === 'GET' && sent.path.endsWith(`/${uuid(1)}/`) ? NOT_FOUND : await service.reply(sent),
		);
		const sending = sendOnce(executeFunctions(), clientOf(blind), request('k'));
		await expect(sending).rejects.toMatchObject({
			message: `Item 2: Document ${uuid(1)} was sent, but could not be read afterwards`,
			description: expect.stringContaining('nothing is sent twice'),
		});
	});

	it('prefers a document that was sent to a newer one that never was', async () => {
		const model = await withPresent();
		await model.put(2, { externalId: 'k', status: 'ne', unsent: true });
		expect(await send(model)).toMatchObject({ created: false, document: { uuid: uuid(1) } });
		expect(model.posted).toEqual([]);
	});

	it('gives out the request of the document', async () => {
		const model = await withPresent();
		expect((await send(model)).document).toMatchObject({ signrequest: { uuid: requestUuid(1) } });
	});
});
