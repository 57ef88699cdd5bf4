import type { IDataObject } from 'n8n-workflow';
import { readDocument } from '../../../../../nodes/OpenTextCoreSignature/transport/documents';
import {
	baseName,
	fileName,
	isComing,
	isThere,
	whyMissing,
} from '../../../../../nodes/OpenTextCoreSignature/transport/files';
import { documentOf as rowOf, uuid } from '../../../support/signature';
import { signedDocument as signedRow } from '../../../support/signatureFiles';

const documentOf = (number: number, more: IDataObject = {}) => readDocument(rowOf(number, more));
const signedDocument = (number: number, more: IDataObject = {}) => readDocument(signedRow(number, more));

describe('the files of a document', () => {
	it('are there when they have a link and nothing is being built (reference 5.1, `processing`)', () => {
		expect(isThere(signedDocument(1), 'signedDocument')).toBe(true);
		expect(isThere(signedDocument(1), 'signingLog')).toBe(true);
		expect(isThere(signedDocument(1, { processing: true }), 'signedDocument')).toBe(false);
		expect(isThere(signedDocument(1, { signing_log: null }), 'signingLog')).toBe(false);
	});

	it('include the original while the signed one is still being built', () => {
		expect(isThere(signedDocument(1, { processing: true }), 'original')).toBe(true);
	});

	it.each([
		['a signed document', { status: 'si', pdf: null }, true],
		['a declined one, which gets its copy and log too (reference 6.3)', { status: 'de', pdf: null }, true],
		['one that is being built', { status: 'vi', processing: true }, true],
		['one that waits for its signers', { status: 'vi' }, false],
		['a cancelled one', { status: 'ca' }, false],
		['an expired one', { status: 'xp' }, false],
	])('will come for %s: %s', (_name, more, comes) => {
		expect(isComing(documentOf(1, more), 'signedDocument')).toBe(comes);
	});

	it('include a converted original only after the conversion', () => {
		expect(isComing(documentOf(1, { status: 'co' }), 'originalPdf')).toBe(true);
		expect(isComing(documentOf(1, { status: 'se' }), 'originalPdf')).toBe(false);
	});

	it.each([
		['vi', 'is not finished by its signers (viewed)', 'Send and Wait'],
		['ca', 'was cancelled (cancelled)', 'external ID of its own'],
		['xp', 'expired before everybody signed (expired)', 'external ID of its own'],
		['ec', 'could not be converted or sent (not converted)', 'a file that the service can read'],
	])('are missed in words that name the next step (%s)', (status, what, next) => {
		const told = whyMissing(documentOf(1, { status }), 'signedDocument');
		expect(told.what).toBe(`There is no signed PDF: document ${uuid(1)} ${what}`);
		expect(told.next).toContain(next);
	});

	it('that the service simply does not give are said to be so', () => {
		expect(whyMissing(documentOf(1), 'original').what).toBe(
			`Core Signature gives no original file of document ${uuid(1)}`,
		);
	});
});

describe('the name of a file', () => {
	it.each([
		['Order 4711: sign-off', 'Order 4711 sign-off'],
		['offer.pdf', 'offer'],
		['Order No.4711', 'Order No.4711'],
		['../../etc/passwd', 'etc passwd'],
		['a\tb\u0000c', 'a b c'],
		['', `document-${uuid(1)}`],
		[null, `document-${uuid(1)}`],
	])('of document %j begins with %j', (name, begins) => {
		expect(baseName(documentOf(1, { name }))).toBe(begins);
	});

	it('tells which file it is', () => {
		const document = signedDocument(1, { name: 'Order 4711' });
		expect(fileName(document, 'signedDocument')).toBe('Order 4711.pdf');
		expect(fileName(document, 'signingLog')).toBe('Order 4711-signing-log.pdf');
		expect(fileName(document, 'originalPdf')).toBe('Order 4711-original.pdf');
	});

	it('of the original ends as the link does, or else as the document’s name', () => {
		expect(fileName(signedDocument(1, { name: 'Order 4711' }), 'original')).toBe('Order 4711-original.docx');
		const unnamed = { name: 'offer.txt', file: 'https://files.example.com/1234?x=1' };
		expect(fileName(signedDocument(1, unnamed), 'original')).toBe('offer-original.txt');
		expect(fileName(signedDocument(1, { ...unnamed, name: 'Offer' }), 'original')).toBe('Offer-original');
	});
});
