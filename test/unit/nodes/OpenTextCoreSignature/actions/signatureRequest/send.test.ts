import type { INodeParameters } from 'n8n-workflow';
import { SandboxSending } from '../../../../support/sandboxSending';
import { answering, ok } from '../../../../support/serviceDouble';
import {
	API,
	describeThreeSignatureItems,
	documentOf,
	requestOf,
	runSignature,
	serviceWith,
	signerOf,
	uuid,
} from '../../../../support/signature';

let sandbox: SandboxSending;
beforeAll(async () => {
	sandbox = await SandboxSending.open();
});

afterAll(async () => await sandbox.close());

const SEND = { resource: 'signatureRequest', operation: 'send' };

const item = (externalId: string, email = 'nathan@example.com') => ({
	externalId,
	source: 'url',
	url: 'https://example.com/offer.pdf',
	signers: { signer: [{ email, name: 'Nathan Example', order: 1, role: 'signer' }] },
});

describe('sending a document for signature', () => {
	beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...SEND,
		items: [item('k1'), item('k2', 'no address'), item('k3', 'lea@example.com')],
		service: () => sandbox.begin().service,
		outputs: [
			{ created: true, externalId: 'k1', signers: [{ role: 'sender' }, { email: 'nathan@example.com' }] },
			{ created: true, externalId: 'k3', signers: [{ role: 'sender' }, { email: 'lea@example.com' }] },
		],
		refusal: 'Item 2: Signer 1 has no valid e-mail address',
	});

	it('sends everything that was entered in one call', async () => {
		const model = sandbox.begin();
		const entered = {
			...item('k1'),
			documentName: 'Order 4711',
			subject: 'Please sign',
			message: 'Thank <b>you</b>',
			expireDays: 30,
			options: { fromName: 'Example Ltd', reminders: false, autoDeleteDays: 10, callbackUrl: '' },
		};
		await runSignature({ ...SEND, items: [entered], service: model.service });
		expect(model.service.lines).toEqual([
			`GET ${API}/documents/`,
			`POST ${API}/signature-request-quick-create/`,
			`GET ${API}/documents/${uuid(1)}/`,
		]);
		expect(model.posted).toEqual([
			{
				who: 'o',
				name: 'Order 4711',
				subject: 'Please sign',
				message: 'Thank <b>you</b>',
				auto_expire_days: 30,
				from_email_name: 'Example Ltd',
				send_reminders: false,
				auto_delete_days: 10,
				file_from_url: 'https://example.com/offer.pdf',
				external_id: 'k1',
				signers: [
					{ email: 'nathan@example.com', full_name: 'Nathan Example', order: 1, needs_to_sign: true },
				],
			},
		]);
	});

	it('returns what is there for a key that was sent before, in its present state', async () => {
		const service = serviceWith(documentOf(1, { status: 'si' }));
		const [{ json }] = await runSignature({ ...SEND, items: [item('k1')], service });
		expect(json).toMatchObject({ created: false, documentId: uuid(1), outcome: 'signed' });
		expect(service.requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	describe('with people who are required and others who are not (K1)', () => {
		const signed = (signer: object[]) => ({ ...item('k1'), signers: { signer } }) as INodeParameters;
		const ADA = { email: 'ada@example.com', name: 'Ada Li', order: 1, role: 'signer' };
		const RITA = { email: 'rita@example.com', name: 'Rita', order: 2, role: 'approver', required: false };
		const COPY = { email: 'copy@example.com', name: 'Archive', order: 3, role: 'copy' };
		const NOBODY = { email: '', name: 'Director', order: 4, role: 'signer', required: false };

		it('mails nobody and asks nothing when a required signer has no address', async () => {
			const { service } = sandbox.begin();
			const items = [signed([{ ...ADA, email: '' }, RITA])];
			await expect(runSignature({ ...SEND, items, service })).rejects.toMatchObject({
				message: 'Item 1: Signer 1 has no valid e-mail address: the signer "Ada Li" is required',
			});
			expect(service.requests).toEqual([]);
		});

		it('tells who is required, in the form in which Collect takes it, and who was left out', async () => {
			const model = sandbox.begin();
			const [{ json }] = await runSignature({
				...SEND,
				items: [signed([ADA, RITA, COPY, NOBODY])],
				service: model.service,
			});
			expect(json).toMatchObject({
				created: true,
				requiredSigners: [{ email: 'ada@example.com', name: 'Ada Li', order: 1 }],
				leftOut: [{ name: 'Director', role: 'signer', order: 4 }],
				signers: [
					{ role: 'sender', required: false },
					{ email: 'ada@example.com', required: true },
					{ email: 'rita@example.com', required: false },
					{ email: 'copy@example.com', required: true },
				],
			});
			expect(JSON.stringify(model.posted)).not.toContain('required');
		});

		it('is not content with a request of an earlier run that a required signer is not part of', async () => {
			const present = documentOf(1, { signrequest: requestOf(1, [signerOf('rita@example.com')]) });
			const service = serviceWith(present);
			await expect(runSignature({ ...SEND, items: [signed([ADA, RITA])], service })).rejects.toMatchObject({
				message:
					'Item 1: The document with this external ID was sent before, but not to the required signer "Ada Li"',
			});
			expect(service.requests.filter(({ method }) => method === 'POST')).toEqual([]);
			const optional = [signed([{ ...ADA, required: false }, RITA])];
			expect(await runSignature({ ...SEND, items: optional, service })).toHaveLength(1);
		});
	});

	it('says what is not known and what the next run does, and sends once, when a gateway gives up', async () => {
		const model = sandbox.begin({ fate: () => ({ status: 504 }) });
		const [{ json }] = await runSignature({
			...SEND,
			items: [item('k1')],
			service: model.service,
			continueOnFail: true,
		});
		expect(json).toMatchObject({
			error: 'Item 1: Core Signature could not answer for the sending of "k1" (status 504)',
			details: {
				description: expect.stringMatching(
					/looks for the document by its external ID first.*It is not known whether the document was sent for signature\./,
				),
			},
		});
		expect(model.posted).toHaveLength(1);
	});

	it('needs an external id', async () => {
		const { service } = sandbox.begin();
		await expect(runSignature({ ...SEND, items: [item('')], service })).rejects.toMatchObject({
			message: 'Item 1: External ID is empty',
		});
		expect(service.requests).toEqual([]);
	});
});

describe('a look-up that does not tell whether it was sent mails nobody (K3, K4)', () => {
	beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));
	afterEach(() => jest.useRealTimers());

	const NEXT = 'https://example.com/next';
	const others = Array.from({ length: 100 }, (_entry, index) => documentOf(index + 10));

	it.each<[string, object[]]>([
		['count without rows', [{ count: 1, next: null, results: [] }]],
		['count as text without rows', [{ count: '1', next: null, results: [] }]],
		['a next page and no rows', [{ count: 1, next: NEXT, results: [] }]],
		['fewer rows than count', [{ count: 3, next: null, results: [documentOf(9)] }]],
		[
			'a second page without rows',
			[
				{ count: 101, next: NEXT, results: others },
				{ count: 3, next: null, results: [] },
			],
		],
		['a row without external ID', [{ count: 1, next: null, results: [{ uuid: uuid(1) }] }]],
		[
			'a row that does not tell whether it was sent',
			[{ count: 1, next: null, results: [{ uuid: uuid(1), external_id: 'k1' }] }],
		],
	])('%s', async (_what, pages) => {
		const service = answering({
			[`GET ${API}/documents/`]: ({ query }) => ok(pages[Number(query.page) - 1]),
		});
		await expect(runSignature({ ...SEND, items: [item('k1')], service })).rejects.toThrow(
			/answered with data of another shape/,
		);
		expect(service.lines.filter((line) => line.startsWith('POST'))).toEqual([]);
	});
});
