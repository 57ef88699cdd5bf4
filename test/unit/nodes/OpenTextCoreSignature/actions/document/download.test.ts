import { answering, ok } from '../../../../support/serviceDouble';
import { API, byKey, documentOf, runSignature, serviceWith, uuid } from '../../../../support/signature';
import {
	BinaryStore,
	pdfOf,
	sha256,
	signedDocument,
	Storage,
	storageOf,
} from '../../../../support/signatureFiles';
import { threeItemsOf } from '../../../../support/threeItems';

const DOWNLOAD = { resource: 'document', operation: 'download' };

describe('downloading a document', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	threeItemsOf(
		async (run) => await runSignature({ ...run, prepare: new BinaryStore().prepare(storageOf(1, 3)) }),
	)({
		...DOWNLOAD,
		items: [
			{ documentId: uuid(1) },
			{ documentId: uuid(2) },
			{ ...byKey('documentId', 'k3'), file: 'signingLog' },
		],
		service: () => serviceWith(signedDocument(1), documentOf(2), signedDocument(3)),
		outputs: [
			{ documentId: uuid(1), file: { name: 'offer-1.pdf', sha256: sha256(pdfOf('signed 1')) } },
			{ documentId: uuid(3), file: { name: 'offer-3-signing-log.pdf', sha256: sha256(pdfOf('log 3')) } },
		],
		refusal: `Item 2: There is no signed PDF: document ${uuid(2)} is not finished by its signers (sent)`,
	});

	it.each([
		['signedDocument', 'signed 1', 'offer-1.pdf', 'application/pdf', true],
		['signingLog', 'log 1', 'offer-1-signing-log.pdf', 'application/pdf', true],
		['original', 'original 1', 'offer-1-original.docx', 'application/msword', null],
		['originalPdf', 'converted 1', 'offer-1-original.pdf', 'application/pdf', null],
	])('puts the %s into the field that was named', async (file, text, name, mimeType, matches) => {
		const store = new BinaryStore();
		const [{ json, binary = {} }] = await runSignature({
			...DOWNLOAD,
			items: [{ documentId: uuid(1), file, binaryProperty: 'proof' }],
			service: serviceWith(signedDocument(1)),
			prepare: store.prepare(storageOf(1)),
		});
		expect(Object.keys(binary)).toEqual(['proof']);
		expect(binary.proof).toMatchObject({ fileName: name, mimeType });
		expect(store.bytesOf(binary.proof).equals(pdfOf(text))).toBe(true);
		expect(json.file).toEqual({
			name,
			mimeType,
			bytes: pdfOf(text).length,
			sha256: sha256(pdfOf(text)),
			serviceHashMatches: matches,
		});
	});

	it('waits while the PDF is built, as long as it may', async () => {
		const building = ok(signedDocument(1, { processing: true }));
		const service = answering({
			[`GET ${API}/documents/${uuid(1)}/`]: [building, building, ok(signedDocument(1))],
		});
		const prepare = new BinaryStore().prepare(storageOf(1));
		const [{ json }] = await runSignature({
			...DOWNLOAD,
			service,
			prepare,
			items: [{ documentId: uuid(1) }],
		});
		expect(json).toMatchObject({ processing: false, file: { name: 'offer-1.pdf' } });
	});

	it('does not wait when it may not', async () => {
		const service = serviceWith(signedDocument(1, { processing: true }));
		const items = [{ documentId: uuid(1), options: { waitSeconds: 0 } }];
		await expect(runSignature({ ...DOWNLOAD, service, items })).rejects.toThrow(
			'has not finished the signed PDF',
		);
		expect(service.lines).toHaveLength(1);
	});

	it.each([
		[{ file: 'receipt' }, 'Item 1: A document has no file "receipt"'],
		[
			{ options: { waitSeconds: -1 } },
			'Item 1: Wait at Most (Seconds) must be a number of at least 0, but it is "-1"',
		],
	])('asks for nothing when a field is wrong: %j', async (entered, message) => {
		const service = serviceWith(signedDocument(1));
		await expect(
			runSignature({ ...DOWNLOAD, service, items: [{ documentId: uuid(1), ...entered }] }),
		).rejects.toThrow(message);
		expect(service.lines).toEqual([]);
	});

	it('keeps nothing of a file whose hash is wrong', async () => {
		const service = serviceWith(signedDocument(1, { security_hash: sha256(pdfOf('other')) }));
		const prepare = new BinaryStore().prepare(
			new Storage({ [String(signedDocument(1).pdf)]: { bytes: pdfOf('a') } }),
		);
		const items = [{ documentId: uuid(1) }];
		const [{ json, binary }] = await runSignature({
			...DOWNLOAD,
			service,
			prepare,
			items,
			continueOnFail: true,
		});
		expect(json.error).toContain('its SHA-256 differs');
		expect(binary).toBeUndefined();
	});
});
