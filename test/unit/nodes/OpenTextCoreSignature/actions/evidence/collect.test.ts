import type { IDataObject } from 'n8n-workflow';
import { fingerprint } from '../../../../../../nodes/shared/fingerprint';
import { answering, ok } from '../../../../support/serviceDouble';
import {
	API,
	byKey,
	documentOf,
	requestOf,
	runSignature,
	serviceWith,
	signerOf,
	uuid,
} from '../../../../support/signature';
import {
	BinaryStore,
	linkOf,
	pdfOf,
	sha256,
	signedDocument,
	Storage,
	storageOf,
} from '../../../../support/signatureFiles';
import { threeItemsOf } from '../../../../support/threeItems';

/** As a field holds it: text, or the value of an expression. */
const entered = (value: unknown) => (typeof value === 'string' ? value : Object(value));

const COLLECT = { resource: 'evidence', operation: 'collect' };

const SNAPSHOT = { total: '12500.00', lines: [{ sku: 'A-1', quantity: 2 }] };

const declined = () =>
	signedDocument(1, {
		status: 'de',
		signrequest: requestOf(1, [
			signerOf('nathan@example.com', {
				declined: true,
				declined_on: '2026-11-22T10:00:00Z',
				message: 'Too dear',
			}),
		]),
	});

describe('collecting evidence', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	threeItemsOf(
		async (run) => await runSignature({ ...run, prepare: new BinaryStore().prepare(storageOf(1, 3)) }),
	)({
		...COLLECT,
		items: [
			{ documentId: uuid(1), snapshot: JSON.stringify(SNAPSHOT) },
			{ documentId: uuid(2) },
			byKey('documentId', 'k3'),
		],
		service: () => serviceWith(signedDocument(1), documentOf(2, { status: 'ca' }), signedDocument(3)),
		outputs: [
			{ linkKey: 'k1', outcome: 'signed', snapshot: { sha256: fingerprint(SNAPSHOT), value: SNAPSHOT } },
			{ linkKey: 'k3', snapshot: null },
		],
		refusal: `Item 2: There is no signed PDF: document ${uuid(2)} was cancelled (cancelled)`,
	});

	it('gives both files, and the manifest as data and as a file with the hash to be recorded', async () => {
		const store = new BinaryStore();
		const [{ json, binary = {} }] = await runSignature({
			...COLLECT,
			items: [{ documentId: uuid(1), snapshot: SNAPSHOT }],
			service: serviceWith(signedDocument(1)),
			prepare: store.prepare(storageOf(1)),
		});
		expect(Object.keys(binary)).toEqual(['signedDocument', 'signingLog', 'manifest']);
		expect(binary.manifest).toMatchObject({
			fileName: 'offer-1-evidence.json',
			mimeType: 'application/json',
		});
		expect(store.bytesOf(binary.signedDocument).equals(pdfOf('signed 1'))).toBe(true);
		expect(store.bytesOf(binary.signingLog).equals(pdfOf('log 1'))).toBe(true);
		const { manifestSha256, ...manifest } = json;
		expect(JSON.parse(store.bytesOf(binary.manifest).toString())).toEqual(manifest);
		expect(manifestSha256).toBe(sha256(store.bytesOf(binary.manifest)));
		expect(manifest).toMatchObject({
			files: [
				{ item: 'signedDocument', fileName: 'offer-1.pdf', serviceHashMatches: true },
				{ item: 'signingLog', fileName: 'offer-1-signing-log.pdf', serviceHashMatches: true },
			],
		});
	});

	it('proves a decline too, with its reason (reference 6.3)', async () => {
		const [{ json }] = await runSignature({
			...COLLECT,
			items: [{ documentId: uuid(1) }],
			service: serviceWith(declined()),
			prepare: new BinaryStore().prepare(storageOf(1)),
		});
		expect(json).toMatchObject({
			outcome: 'declined',
			signers: [{ role: 'sender' }, { email: 'nathan@example.com', state: 'declined', reason: 'Too dear' }],
		});
	});

	it('puts the proof beside what came in when the input is kept', async () => {
		const [{ json, binary = {} }] = await runSignature({
			...COLLECT,
			items: [{ documentId: uuid(1), keepInput: true }],
			service: serviceWith(signedDocument(1)),
			prepare: new BinaryStore().prepare(storageOf(1)),
		});
		expect(json).toMatchObject({
			documentId: uuid(1),
			keepInput: true,
			proof: { outcome: 'signed', manifestSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
		});
		expect(Object.keys(binary)).toEqual(['signedDocument', 'signingLog', 'manifest']);
	});

	it('passes an item on as it came in when nobody signed and that is wished, but not while people can still sign', async () => {
		const item = { documentId: uuid(1), options: { ifNotSigned: 'passOn' } };
		for (const document of [declined(), documentOf(1, { status: 'xp' })]) {
			const [passed] = await runSignature({ ...COLLECT, items: [item], service: serviceWith(document) });
			expect(passed.json).toMatchObject(item);
			expect(passed.json).not.toHaveProperty('outcome');
			expect(passed.binary).toBeUndefined();
		}
		await expect(
			runSignature({ ...COLLECT, items: [item], service: serviceWith(documentOf(1)) }),
		).rejects.toMatchObject({ message: expect.stringContaining('is not finished by its signers') });
	});

	it('waits until PDF and log are both there', async () => {
		const service = answering({
			[`GET ${API}/documents/${uuid(1)}/`]: [
				ok(signedDocument(1, { pdf: null, processing: true })),
				ok(signedDocument(1, { signing_log: null })),
				ok(signedDocument(1)),
			],
		});
		const prepare = new BinaryStore().prepare(storageOf(1));
		const [{ json }] = await runSignature({ ...COLLECT, service, prepare, items: [{ documentId: uuid(1) }] });
		expect(json.outcome).toBe('signed');
		expect(service.lines).toHaveLength(3);
	});

	it('does not take a request that is still open for a signed one', async () => {
		await expect(
			runSignature({ ...COLLECT, service: serviceWith(documentOf(1)), items: [{ documentId: uuid(1) }] }),
		).rejects.toMatchObject({
			message: `Item 1: There is no signed PDF: document ${uuid(1)} is not finished by its signers (sent)`,
			description: expect.stringContaining('behind Send and Wait'),
		});
	});

	it('puts the files into the fields that were named', async () => {
		const options = { signedDocumentProperty: 'pdf', signingLogProperty: 'log', manifestProperty: 'proof' };
		const [{ binary = {} }] = await runSignature({
			...COLLECT,
			items: [{ documentId: uuid(1), options }],
			service: serviceWith(signedDocument(1)),
			prepare: new BinaryStore().prepare(storageOf(1)),
		});
		expect(Object.keys(binary)).toEqual(['pdf', 'log', 'proof']);
	});

	it.each([
		['a web page', Buffer.from('<html><body>Expired</body></html>'), 'is no PDF but a web page'],
		['0 bytes', Buffer.alloc(0), 'is empty'],
	])('refuses %s behind a good status, when the service gives no hash (K4)', async (_what, bytes, fault) => {
		const unhashed = signedDocument(1, { security_hash: null, signing_log: { pdf: linkOf(1, 'log') } });
		const store = new BinaryStore();
		const prepare = store.prepare(new Storage({ [linkOf(1)]: { bytes }, [linkOf(1, 'log')]: { bytes } }));
		const service = serviceWith(unhashed);
		const items = [{ documentId: uuid(1) }];
		await expect(runSignature({ ...COLLECT, service, items, prepare })).rejects.toMatchObject({
			message: `Item 1: The signed PDF of document ${uuid(1)} ${fault}`,
		});
		expect(store.files).toEqual([]);
	});

	describe('of a request with required signers (K1)', () => {
		const FAMILY = 'family@example.com';
		const done = { signed: true, signed_on: '2026-11-22T10:00:00Z' };
		const ANN = signerOf(FAMILY, { full_name: 'Ann', order: 1, ...done });
		const BOB = signerOf(FAMILY, { full_name: 'Bob', order: 2, ...done });
		const RITA = signerOf('rita@example.com', { full_name: 'Rita', order: 3, approve_only: true, ...done });
		const COPY = signerOf('copy@example.com', { needs_to_sign: false });
		const all = [ANN, BOB, RITA, COPY];
		const collectFrom = async (signers: IDataObject[], requiredSigners?: unknown) => {
			const service = serviceWith(signedDocument(1, { signrequest: requestOf(1, signers) }));
			const options = requiredSigners === undefined ? {} : { requiredSigners: entered(requiredSigners) };
			const store = new BinaryStore();
			const items = [{ documentId: uuid(1), options }];
			const run = runSignature({ ...COLLECT, service, items, prepare: store.prepare(storageOf(1)) });
			return { run, store };
		};
		const lines = async (signers: IDataObject[], requiredSigners?: unknown) => {
			const { run } = await collectFrom(signers, requiredSigners);
			const found = (await run)[0].json.signers;
			return Array.isArray(found) ? found.map((line) => Object(line).required) : [];
		};

		it.each<[string, unknown, unknown[]]>([
			[
				'as Send gives them',
				[
					{ email: FAMILY, name: 'Ann', order: 1 },
					{ email: 'rita@example.com', name: 'Rita', order: 3 },
				],
				[false, true, false, true, false],
			],
			['as addresses', ['rita@example.com'], [false, false, false, true, false]],
			['two with one address', [FAMILY, FAMILY], [false, true, true, false, false]],
			['by name alone', [{ name: 'bob' }], [false, false, true, false, false]],
			['nobody', [], [false, false, false, false, false]],
			['as text', '["rita@example.com"]', [false, false, false, true, false]],
		])('says in the manifest who was required: %s', async (_how, required, expected) => {
			expect(await lines(all, required)).toEqual(expected);
		});

		it('says nothing of it when nobody told', async () => {
			expect(await lines(all)).toEqual([null, null, null, null, null]);
		});

		it.each<[string, IDataObject[], unknown, string]>([
			['is not in it', [ANN, RITA], ['eve@example.com'], 'number 1'],
			['only gets a copy', all, ['copy@example.com'], 'number 1'],
			['only sent it', all, ['signing@example.com'], 'number 1'],
			['has not signed', [ANN, { ...BOB, signed: false }], [{ email: FAMILY, name: 'Bob' }], '"Bob"'],
			['shares an address with one who signed', [ANN], [FAMILY, FAMILY], 'number 2'],
			['declined', [ANN, { ...RITA, signed: false, declined: true }], ['rita@example.com'], 'number 1'],
			[
				'handed the task on',
				[{ ...RITA, signed: false, forwarded: true }, ANN],
				[{ email: 'rita@example.com', name: 'Rita' }],
				'"Rita"',
			],
		])('refuses when one of them %s, and downloads nothing', async (_what, signers, required, who) => {
			const { run, store } = await collectFrom(signers, required);
			await expect(run).rejects.toMatchObject({
				message: `Item 1: The required signer ${who} is not among those who signed or approved`,
			});
			expect(store.files).toEqual([]);
		});

		it.each<[string, unknown, RegExp]>([
			['an entry that names nobody', [{ order: 1 }], /Entry 1 of Required Signers \(JSON\) names nobody/],
			['an empty address', [FAMILY, ''], /Entry 2 of Required Signers \(JSON\) names nobody/],
			['a number', [7], /Entry 1 .* names nobody/],
			['an object', { email: FAMILY }, /must be a JSON list/],
			['no JSON', '[', /not valid JSON/],
			['a blank field', '', /Required Signers \(JSON\) is empty/],
		])('refuses %s rather than check nobody', async (_what, required, text) => {
			const service = serviceWith(signedDocument(1));
			const items = [
				{
					documentId: uuid(1),
					options: { requiredSigners: entered(required) },
				},
			];
			await expect(runSignature({ ...COLLECT, service, items })).rejects.toThrow(text);
		});
	});

	it('downloads nothing when two fields have one name', async () => {
		const service = serviceWith(signedDocument(1));
		const items = [{ documentId: uuid(1), options: { signingLogProperty: 'signedDocument' } }];
		await expect(runSignature({ ...COLLECT, service, items })).rejects.toThrow('three different names');
		expect(service.lines).toEqual([]);
	});
});
