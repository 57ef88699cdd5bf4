import type { IDataObject } from 'n8n-workflow';
import { readDocument } from '../../../../../nodes/OpenTextCoreSignature/transport/documents';
import { downloadFile, untilThere } from '../../../../../nodes/OpenTextCoreSignature/transport/downloads';
import type { FileKind } from '../../../../../nodes/OpenTextCoreSignature/transport/files';
import { SignatureClient } from '../../../../../nodes/OpenTextCoreSignature/transport/SignatureClient';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';
import { answering, ok, type ServiceDouble } from '../../../support/serviceDouble';
import { API, signatureCredential, uuid } from '../../../support/signature';
import {
	BinaryStore,
	linkOf,
	pdfOf,
	sha256,
	signedDocument,
	Storage,
	storageOf,
	type StorageAnswer,
} from '../../../support/signatureFiles';
import { passTime } from '../../../support/time';

const READ = `GET ${API}/documents/${uuid(1)}/`;

const FIRST = linkOf(1);
const SECOND = linkOf(1, 'signed', 2);
const THIRD = linkOf(1, 'signed', 3);

const opened = (
	storage: Storage,
	service: ServiceDouble = answering({}),
	credential = signatureCredential(),
) => {
	const store = new BinaryStore();
	const functions = executeFunctions({ items: [{}, {}], service, credential });
	store.prepare(storage)(functions);
	const run = new ItemRun(functions, 1);
	const client = new SignatureClient(functions, { itemIndex: 1 });
	return {
		store,
		download: async (document: IDataObject, kind: FileKind = 'signedDocument') =>
			(await passTime(async () => await downloadFile(run, client, readDocument(document), kind))).result,
		wait: async (document: IDataObject, waitMs: number) =>
			await passTime(
				async () =>
					await untilThere(run, client, readDocument(document), ['signedDocument', 'signingLog'], waitMs),
			),
	};
};

describe('downloading a file', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('stores it under the document’s name, with the hash that the service gives', async () => {
		const { download, store } = opened(storageOf(1));
		expect(await download(signedDocument(1))).toMatchObject({
			name: 'offer-1.pdf',
			mimeType: 'application/pdf',
			sha256: sha256(pdfOf('signed 1')),
			bytes: pdfOf('signed 1').length,
			serviceHashMatches: true,
		});
		expect(store.files).toHaveLength(1);
	});

	it('has nothing to compare with where the service gives no hash (reference 9, point 12)', async () => {
		const { download } = opened(storageOf(1));
		expect(await download(signedDocument(1, { security_hash: null }))).toMatchObject({
			serviceHashMatches: null,
		});
	});

	it('refuses a file that is not the one of the hash', async () => {
		const { download } = opened(storageOf(1));
		await expect(download(signedDocument(1, { security_hash: sha256(pdfOf('other')) }))).rejects.toThrow(
			`Item 2: The signed PDF of document ${uuid(1)} is not the file that Core Signature vouches for`,
		);
	});

	it.each([401, 403, 404, 410])(
		'reads the document again for a fresh link when the old one answers %s',
		async (status) => {
			const storage = new Storage({ [FIRST]: { status }, [SECOND]: { bytes: pdfOf('signed 1') } });
			const service = answering({ [READ]: ok(signedDocument(1, { pdf: SECOND })) });
			const { download } = opened(storage, service);
			expect(await download(signedDocument(1))).toMatchObject({ serviceHashMatches: true });
			expect(storage.links).toEqual([FIRST, SECOND]);
			expect(service.lines).toEqual([READ]);
		},
	);

	it('renews a link twice and no more', async () => {
		const storage = new Storage({});
		const service = answering({
			[READ]: [ok(signedDocument(1, { pdf: SECOND })), ok(signedDocument(1, { pdf: THIRD }))],
		});
		const { download } = opened(storage, service);
		await expect(download(signedDocument(1))).rejects.toThrow('answered with status 403');
		expect(storage.links).toEqual([FIRST, SECOND, THIRD]);
	});

	it.each([
		['before an answer', { broken: 'ECONNRESET' }],
		['in the middle of the file', { bytes: pdfOf('signed 1'), breakAfter: 9 }],
		['by a gateway', { status: 503 }],
	])('tries again when the connection breaks %s', async (_when, answer) => {
		const storage = new Storage({ [FIRST]: [answer, { bytes: pdfOf('signed 1') }] });
		const { download, store } = opened(storage, answering({ [READ]: ok(signedDocument(1)) }));
		expect(await download(signedDocument(1))).toMatchObject({ sha256: sha256(pdfOf('signed 1')) });
		expect(storage.links).toHaveLength(2);
		expect(store.files).toHaveLength(1);
	});

	it('gives up on a connection that always breaks, and says what to do', async () => {
		const storage = new Storage({ [FIRST]: { bytes: pdfOf('signed 1'), breakAfter: 9 } });
		const { download } = opened(storage, answering({ [READ]: ok(signedDocument(1)) }));
		await expect(download(signedDocument(1))).rejects.toMatchObject({
			message: `Item 2: The signed PDF of document ${uuid(1)} could not be downloaded: the connection broke`,
			description: expect.stringContaining('Run this item again'),
		});
		expect(storage.links).toHaveLength(3);
	});

	describe('that is none (K4: what is downloaded is looked at)', () => {
		const PAGE = Buffer.from('<!DOCTYPE html><html><body>The link has expired</body></html>');
		const bad: Array<[string, StorageAnswer, string]> = [
			['a web page', { bytes: PAGE }, 'is no PDF but a web page'],
			['0 bytes', { bytes: Buffer.alloc(0) }, 'is empty'],
			['an error in JSON', { bytes: Buffer.from('{"detail":"gone"}') }, 'is no PDF'],
			['another type', { bytes: Buffer.from('PK\u0003\u0004') }, 'is no PDF'],
			['a page that names PDF', { bytes: Buffer.from('<html>%PDF-1.7</html>') }, 'is no PDF but a web page'],
			[
				'fewer bytes than announced',
				{ bytes: pdfOf('signed 1'), headers: { 'content-length': '1000' } },
				`is cut off: ${pdfOf('signed 1').length} of 1000 bytes came`,
			],
		];

		it.each(bad)('is fetched again by a fresh link: %s', async (_what, answer) => {
			const storage = new Storage({ [FIRST]: answer, [SECOND]: { bytes: pdfOf('signed 1') } });
			const service = answering({ [READ]: ok(signedDocument(1, { pdf: SECOND })) });
			const { download, store } = opened(storage, service);
			expect(await download(signedDocument(1))).toMatchObject({ sha256: sha256(pdfOf('signed 1')) });
			expect(storage.links).toEqual([FIRST, SECOND]);
			expect(store.files).toHaveLength(1);
		});

		it.each(bad)('is refused in the end, and nothing of it is kept: %s', async (_what, answer, fault) => {
			const storage = new Storage({ [FIRST]: answer });
			const unhashed = signedDocument(1, { security_hash: null });
			const { download, store } = opened(storage, answering({ [READ]: ok(unhashed) }));
			await expect(download(unhashed)).rejects.toMatchObject({
				message: `Item 2: The signed PDF of document ${uuid(1)} ${fault}`,
				description: expect.stringContaining('It was not kept.'),
			});
			expect(storage.links).toHaveLength(3);
			expect(store.files).toEqual([]);
		});

		it.each([
			['as announced', { 'content-length': String(pdfOf('signed 1').length) }],
			['packed on the way', { 'content-length': '1000', 'content-encoding': 'gzip' }],
			['with a length that is no number', { 'content-length': 'many' }],
		])('is not what comes %s', async (_how, headers) => {
			const storage = new Storage({ [FIRST]: { bytes: pdfOf('signed 1'), headers } });
			expect(await opened(storage).download(signedDocument(1))).toMatchObject({ serviceHashMatches: true });
		});

		const original = (name: string, link: string) =>
			signedDocument(1, { name, file: `https://files.example.com/${link}?expires=1` });

		it.each<[string, string, Buffer, string | undefined]>([
			['offer.pdf', 'x/1', PAGE, 'is no PDF but a web page'],
			['offer', 'offer.pdf', Buffer.from('PK'), 'is no PDF'],
			['offer.docx', 'offer.docx', PAGE, 'is a web page'],
			['offer', 'x/1', PAGE, 'is a web page'],
			['offer.html', 'x/1', PAGE, undefined],
			['offer', 'offer.HTM', PAGE, undefined],
			['offer.docx', 'offer.docx', Buffer.from('PK'), undefined],
			['offer', 'x/1', Buffer.from('text'), undefined],
			['offer.docx', 'x/1', Buffer.alloc(0), 'is empty'],
		])('for the original %j at %j depends on what was uploaded', async (name, link, bytes, fault) => {
			const document = original(name, link);
			const storage = new Storage({ [String(document.file)]: { bytes } });
			const { download, store } = opened(storage, answering({ [READ]: ok(document) }));
			if (fault === undefined) {
				expect(await download(document, 'original')).toMatchObject({ sha256: sha256(bytes) });
			} else {
				await expect(download(document, 'original')).rejects.toThrow(
					`The original file of document ${uuid(1)} ${fault}`,
				);
				expect(store.files).toEqual([]);
			}
		});
	});

	it('does not repeat what the storage refuses for good', async () => {
		const storage = new Storage({ [FIRST]: { status: 400 } });
		await expect(opened(storage).download(signedDocument(1))).rejects.toThrow('answered with status 400');
		expect(storage.links).toHaveLength(1);
	});

	it('does not follow a link without https', async () => {
		const storage = storageOf(1);
		const link = FIRST.replace('https', 'http');
		await expect(opened(storage).download(signedDocument(1, { pdf: link }))).rejects.toThrow(
			'does not begin with https',
		);
		expect(storage.links).toEqual([]);
	});

	it('follows a link on this machine when the service is a test double on it', async () => {
		const link = 'http://127.0.0.1:4010/signature/files/1';
		const storage = new Storage({ [link]: { bytes: pdfOf('signed 1') } });
		const credential = { host: 'http://127.0.0.1:4010/signature' };
		const { download } = opened(storage, undefined, credential);
		expect(await download(signedDocument(1, { pdf: link }))).toMatchObject({ serviceHashMatches: true });
	});
});

describe('waiting for the files', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const building = signedDocument(1, { processing: true, pdf: null });

	it('does not read again what is there', async () => {
		const service = answering({});
		const { result } = await opened(storageOf(1), service).wait(signedDocument(1), 60_000);
		expect(result).toEqual(readDocument(signedDocument(1)));
		expect(service.lines).toEqual([]);
	});

	it('looks every three seconds until the PDF is built (reference 3.4)', async () => {
		const service = answering({ [READ]: [ok(building), ok(signedDocument(1))] });
		const { result, waitedMs } = await opened(storageOf(1), service).wait(building, 60_000);
		expect(result).toEqual(readDocument(signedDocument(1)));
		expect(waitedMs).toBe(6_000);
	});

	it('ends at the time that was given', async () => {
		const service = answering({ [READ]: ok(building) });
		await expect(opened(storageOf(1), service).wait(building, 7_000)).rejects.toThrow(
			`Item 2: Core Signature has not finished the signed PDF of document ${uuid(1)} after 7 s`,
		);
		expect(service.lines).toHaveLength(3);
	});

	it('does not wait for signers', async () => {
		const service = answering({});
		await expect(
			opened(storageOf(1), service).wait(signedDocument(1, { status: 'vi', pdf: null }), 60_000),
		).rejects.toThrow('is not finished by its signers (viewed)');
		expect(service.lines).toEqual([]);
	});
});
