import { fingerprint } from '../../../../../../nodes/shared/fingerprint';
import { answering, ok } from '../../../../support/serviceDouble';
import {
	API,
	documentOf,
	requestOf,
	runSignature,
	serviceWith,
	signerOf,
	uuid,
} from '../../../../support/signature';
import { BinaryStore, pdfOf, sha256, signedDocument, storageOf } from '../../../../support/signatureFiles';
import { threeItemsOf } from '../../../../support/threeItems';

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
			{ identifyBy: 'externalId', externalId: 'k3' },
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

	it('downloads nothing when two fields have one name', async () => {
		const service = serviceWith(signedDocument(1));
		const items = [{ documentId: uuid(1), options: { signingLogProperty: 'signedDocument' } }];
		await expect(runSignature({ ...COLLECT, service, items })).rejects.toThrow('three different names');
		expect(service.lines).toEqual([]);
	});
});
