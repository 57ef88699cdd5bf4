import type { IDataObject } from 'n8n-workflow';
import {
	hashOf,
	makeManifest,
	manifestBytes,
	readManifest,
} from '../../../../../nodes/OpenTextCoreSignature/evidence/manifest';
import { fingerprint } from '../../../../../nodes/shared/fingerprint';
import { readDocument } from '../../../../../nodes/OpenTextCoreSignature/transport/documents';
import { uuid } from '../../../support/signature';
import { pdfOf, sha256, signedDocument } from '../../../support/signatureFiles';

const file = (name: string) => ({
	name: `${name}.pdf`,
	mimeType: 'application/pdf',
	bytes: pdfOf(name).length,
	sha256: sha256(pdfOf(name)),
	serviceHashMatches: true as const,
});

const SNAPSHOT = { total: '4711.00', lines: [{ sku: 'A-1', quantity: 2 }] };

const manifestOf = (snapshot?: IDataObject) =>
	makeManifest({
		document: readDocument(signedDocument(1)),
		files: { signedDocument: file('signed'), signingLog: file('log') },
		snapshot,
		collectedAt: new Date('2026-11-22T11:00:00Z'),
	});

describe('the manifest', () => {
	it('tells what was signed, by whom and when, with the hash of everything', () => {
		expect(manifestOf(SNAPSHOT)).toMatchObject({
			version: 1,
			collectedAt: '2026-11-22T11:00:00.000Z',
			linkKey: 'k1',
			documentId: uuid(1),
			outcome: 'signed',
			signers: [
				{ email: 'signing@example.com', role: 'sender' },
				{ email: 'nathan@example.com', name: 'Nathan Smith', role: 'signer', state: 'signed', reason: null },
			],
			files: [
				{ item: 'signedDocument', fileName: 'signed.pdf', sha256: sha256(pdfOf('signed')) },
				{ item: 'signingLog', fileName: 'log.pdf', sha256: sha256(pdfOf('log')) },
			],
			snapshot: { sha256: fingerprint(SNAPSHOT), value: SNAPSHOT },
		});
	});

	it('keeps who was required, and that nobody told (K1)', () => {
		const made = (required?: ReadonlySet<number>) =>
			makeManifest({
				document: readDocument(signedDocument(1)),
				files: { signedDocument: file('signed'), signingLog: file('log') },
				...(required && { required }),
				collectedAt: new Date('2026-11-22T11:00:00Z'),
			});
		expect(made(new Set([1]))).toMatchObject({ signers: [{ required: false }, { required: true }] });
		expect(made()).toMatchObject({ signers: [{ required: null }, { required: null }] });
	});

	it('is sealed by the hash of all the rest', () => {
		const { seal, ...rest } = manifestOf(SNAPSHOT);
		expect(seal).toBe(fingerprint(rest));
	});

	it('holds no link: links are secrets for five minutes', () => {
		expect(manifestBytes(manifestOf(SNAPSHOT)).toString()).not.toContain('https://');
	});

	it('has no snapshot when none was given', () => {
		expect(manifestOf()).toMatchObject({ snapshot: null });
	});

	it('is read back from its own file', () => {
		expect(readManifest(manifestBytes(manifestOf(SNAPSHOT)))).toMatchObject({ linkKey: 'k1' });
		expect(readManifest(manifestBytes(manifestOf()))).toMatchObject({ snapshot: null });
	});

	it.each([
		['with white space in it', (text: string) => text.replace(',', ', ')],
		['with a line at the end', (text: string) => `${text}\n`],
		['with a mark at its beginning', (text: string) => `\uFEFF${text}`],
		['with another value', (text: string) => text.replace('Nathan', 'Nathen')],
		['with another seal', (text: string) => text.replace(/"seal":"./, '"seal":"x')],
		['with a key twice', (text: string) => text.replace('{', '{"collectedAt":"x",')],
		['with an escape for a letter', (text: string) => text.replace('Nathan', '\\u004eathan')],
		['that is no JSON', (text: string) => text.slice(1)],
		['that is empty', () => ''],
		['that is another JSON value', () => '[]'],
	])('is not read from a file %s', (_name, edit) => {
		expect(readManifest(Buffer.from(edit(manifestBytes(manifestOf(SNAPSHOT)).toString())))).toBeUndefined();
	});

	it('is not read from a sealed file of another shape', () => {
		const other: IDataObject = { version: 1, files: 'all' };
		expect(readManifest(manifestBytes({ ...other, seal: fingerprint(other) }))).toBeUndefined();
	});

	it('has the hash of its bytes', () => {
		expect(hashOf(Buffer.from('abc'))).toBe(
			'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
		);
	});
});
