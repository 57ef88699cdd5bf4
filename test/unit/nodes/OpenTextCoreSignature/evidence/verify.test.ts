import fc from 'fast-check';
import {
	hashOf,
	makeManifest,
	manifestBytes,
} from '../../../../../nodes/OpenTextCoreSignature/evidence/manifest';
import { readDocument } from '../../../../../nodes/OpenTextCoreSignature/transport/documents';
import { verifyEvidence } from '../../../../../nodes/OpenTextCoreSignature/evidence/verify';
import { uuid } from '../../../support/signature';
import { pdfOf, sha256, signedDocument } from '../../../support/signatureFiles';
import { runs } from '../../../support/runs';

const SNAPSHOT = { total: '4711.00', lines: [{ sku: 'Ä-1', quantity: 2 }] };

const file = (bytes: Buffer, name: string) => ({
	name,
	mimeType: 'application/pdf',
	bytes: bytes.length,
	sha256: sha256(bytes),
	serviceHashMatches: true as const,
});

const pdf = Buffer.concat([pdfOf('signed'), Buffer.alloc(300, 7)]);
const log = Buffer.concat([pdfOf('log'), Buffer.alloc(200, 9)]);
const manifest = manifestBytes(
	makeManifest({
		document: readDocument(signedDocument(1)),
		files: { signedDocument: file(pdf, 'a.pdf'), signingLog: file(log, 'b.pdf') },
		snapshot: SNAPSHOT,
		collectedAt: new Date('2026-11-22T11:00:00Z'),
	}),
);

const EVIDENCE = { signedDocument: pdf, signingLog: log, manifest };

const verify = (changed: Partial<typeof EVIDENCE> = {}, more: object = {}) => {
	const bytes = { ...EVIDENCE, ...changed };
	return verifyEvidence({
		hashes: { signedDocument: hashOf(bytes.signedDocument), signingLog: hashOf(bytes.signingLog) },
		notPdf: [],
		manifest: { bytes: bytes.manifest, sha256: hashOf(bytes.manifest) },
		...more,
	});
};

describe('verifying evidence', () => {
	it('finds what was not changed to be so', () => {
		expect(verify({}, { snapshot: SNAPSHOT, expectedManifestHash: hashOf(manifest) })).toMatchObject({
			verified: true,
			changed: [],
			unchecked: [],
			linkKey: 'k1',
			documentId: uuid(1),
			outcome: 'signed',
			items: [
				{ item: 'signedDocument', sha256: hashOf(pdf), expected: hashOf(pdf), matches: true },
				{ item: 'signingLog', matches: true },
				{ item: 'manifest', matches: true },
				{ item: 'snapshot', matches: true },
			],
		});
	});

	it('names the changed item after any one-byte edit of PDF, log or manifest', () => {
		const items = ['signedDocument', 'signingLog', 'manifest'] as const;
		const edit = fc
			.constantFrom(...items)
			.chain((item) =>
				fc.tuple(
					fc.constant(item),
					fc.nat({ max: EVIDENCE[item].length - 1 }),
					fc.integer({ min: 1, max: 255 }),
				),
			);
		fc.assert(
			fc.property(edit, ([item, at, by]) => {
				const bytes = Buffer.from(EVIDENCE[item]);
				bytes[at] = (bytes[at] + by) % 256;
				expect(verify({ [item]: bytes })).toMatchObject({ verified: false, changed: [item] });
			}),
			runs(200),
		);
	});

	it('finds a byte that was put in or taken out, wherever it is, also white space', () => {
		fc.assert(
			fc.property(fc.nat({ max: manifest.length }), fc.constantFrom(' ', '\n', '0', '"'), (at, letter) => {
				const longer = [manifest.subarray(0, at), Buffer.from(letter), manifest.subarray(at)];
				expect(verify({ manifest: Buffer.concat(longer) }).changed).toEqual(['manifest']);
				const shorter = [manifest.subarray(0, at), manifest.subarray(at + 1)];
				if (at < manifest.length) {
					expect(verify({ manifest: Buffer.concat(shorter) }).changed).toEqual(['manifest']);
				}
			}),
		);
	});

	it('names all that was changed', () => {
		expect(
			verify({ signedDocument: Buffer.from('a'), signingLog: Buffer.from('b') }, { snapshot: { total: '1' } })
				.changed,
		).toEqual(['signedDocument', 'signingLog', 'snapshot']);
	});

	it('does not believe a changed manifest about the rest', () => {
		const forged = Buffer.from(manifest.toString().replace(hashOf(pdf), hashOf(Buffer.from('a'))));
		expect(
			verify({ manifest: forged, signedDocument: Buffer.from('a') }, { snapshot: SNAPSHOT }),
		).toMatchObject({
			verified: false,
			changed: ['manifest'],
			unchecked: ['signedDocument', 'signingLog', 'snapshot'],
			linkKey: null,
			documentId: null,
		});
	});

	it('finds a manifest that was made anew as a whole by the hash that the store keeps, and only by it', () => {
		const anew = manifestBytes(
			makeManifest({
				document: readDocument(signedDocument(1)),
				files: { signedDocument: file(log, 'a.pdf'), signingLog: file(log, 'b.pdf') },
				collectedAt: new Date(),
			}),
		);
		const forged = { manifest: anew, signedDocument: log };
		expect(verify(forged)).toMatchObject({ verified: true });
		expect(verify(forged, { expectedManifestHash: hashOf(manifest) })).toMatchObject({
			verified: false,
			changed: ['manifest'],
		});
	});

	it('takes the expected hash in capitals too', () => {
		const expectedManifestHash = hashOf(manifest).toUpperCase();
		expect(verify({}, { expectedManifestHash })).toMatchObject({ verified: true });
	});

	it('does not take the order of keys for a change of the snapshot', () => {
		const { total, lines } = SNAPSHOT;
		expect(verify({}, { snapshot: { lines, total } })).toMatchObject({ verified: true });
	});

	it('cannot check a snapshot against evidence without one', () => {
		const without = manifestBytes(
			makeManifest({
				document: readDocument(signedDocument(1)),
				files: { signedDocument: file(pdf, 'a.pdf'), signingLog: file(log, 'b.pdf') },
				collectedAt: new Date(),
			}),
		);
		expect(verify({ manifest: without }, { snapshot: SNAPSHOT })).toMatchObject({
			verified: false,
			changed: [],
			unchecked: ['snapshot'],
		});
	});

	it('takes a file that is no PDF for no proof, although it is what was collected', () => {
		expect(verify({}, { notPdf: ['signingLog'] })).toMatchObject({
			verified: false,
			changed: [],
			notPdf: ['signingLog'],
		});
	});

	it('says which files the service gave no hash of, and nothing of it when the manifest is not believed', () => {
		const unhashed = manifestBytes(
			makeManifest({
				document: readDocument(signedDocument(1)),
				files: {
					signedDocument: { ...file(pdf, 'a.pdf'), serviceHashMatches: null },
					signingLog: file(log, 'b.pdf'),
				},
				collectedAt: new Date(),
			}),
		);
		expect(verify({ manifest: unhashed })).toMatchObject({
			verified: true,
			withoutServiceHash: ['signedDocument'],
		});
		expect(verify()).toMatchObject({ withoutServiceHash: [] });
		expect(verify({ manifest: Buffer.from('{}') })).toMatchObject({ withoutServiceHash: null });
	});

	it('still verifies a manifest that was collected before required signers were told', () => {
		const old = `{"collectedAt":"2026-11-22T11:00:00.000Z","documentId":"${uuid(1)}","files":[{"bytes":1,"fileName":"a.pdf","item":"signedDocument","mimeType":"application/pdf","serviceHashMatches":true,"sha256":"${hashOf(pdf)}"},{"bytes":1,"fileName":"b.pdf","item":"signingLog","mimeType":"application/pdf","serviceHashMatches":null,"sha256":"${hashOf(log)}"}],"linkKey":"k1","name":"offer","outcome":"signed","requestId":null,"signers":[{"declinedAt":null,"email":"nathan@example.com","name":"Nathan","order":1,"reason":null,"role":"signer","signedAt":null,"state":"signed"}],"snapshot":null,"version":1}`;
		const sealed = manifestBytes({ ...JSON.parse(old), seal: hashOf(Buffer.from(old)) });
		expect(verify({ manifest: sealed })).toMatchObject({
			verified: true,
			linkKey: 'k1',
			withoutServiceHash: ['signingLog'],
		});
	});

	it('takes a file that is too large to be a manifest for a changed one', () => {
		expect(
			verifyEvidence({
				hashes: { signedDocument: hashOf(pdf), signingLog: hashOf(log) },
				notPdf: [],
				manifest: { sha256: hashOf(pdf) },
			}).changed,
		).toEqual(['manifest']);
	});
});
