import type { IDataObject } from 'n8n-workflow';
import { fingerprint } from '../../shared/fingerprint';
import { EVIDENCE_FILES, readManifest, type EvidenceFile, type Manifest } from './manifest';

/** What Verify looks at. */
export interface Presented {
	/** SHA-256 of the files as they are now. */
	hashes: Readonly<Record<EvidenceFile, string>>;
	/** Which of the files do not begin as a PDF does. */
	notPdf: readonly EvidenceFile[];
	/** The manifest's file; undefined when it is too large to be one. */
	manifest: { bytes?: Buffer; sha256: string };
	/** The manifest's hash as it was recorded when the evidence was collected. */
	expectedManifestHash?: string;
	/** The order as it is now. */
	snapshot?: object;
}

interface Line {
	item: string;
	sha256: string;
	/** null: there is nothing to be trusted that says what it should be. */
	expected: string | null;
	matches: boolean | null;
}

const line = (item: string, sha256: string, expected: string | undefined): Line => ({
	item,
	sha256,
	expected: expected ?? null,
	matches: expected === undefined ? null : expected === sha256,
});

/**
 * Compares evidence with its manifest. A manifest that was changed itself is not believed about anything else.
 *
 * @returns never throws for changed evidence: it is named in `changed`; what could not be compared is in `unchecked`; a file that is no PDF proves nothing, even unchanged, and
 * is in `notPdf`; those that the service gave no hash of, so that nobody but the collector vouches for them, are in `withoutServiceHash` (null when the manifest is not believed)
 */
export function verifyEvidence({
	hashes,
	notPdf,
	manifest,
	expectedManifestHash,
	snapshot,
}: Presented): IDataObject {
	const expectedHash = expectedManifestHash?.toLowerCase();
	const read = manifest.bytes && readManifest(manifest.bytes);
	const trusted = expectedHash === undefined || expectedHash === manifest.sha256 ? read : undefined;
	const lines: Line[] = [
		...EVIDENCE_FILES.map((item) => line(item, hashes[item], expectedOf(trusted, item))),
		{
			item: 'manifest',
			sha256: manifest.sha256,
			expected: expectedHash ?? null,
			matches: trusted !== undefined,
		},
		...(snapshot ? [line('snapshot', fingerprint(snapshot), trusted?.snapshot?.sha256)] : []),
	];
	const changed = lines.filter(({ matches }) => matches === false).map(({ item }) => item);
	const unchecked = lines.filter(({ matches }) => matches === null).map(({ item }) => item);
	return {
		verified: changed.length === 0 && unchecked.length === 0 && notPdf.length === 0,
		changed,
		unchecked,
		notPdf: [...notPdf],
		withoutServiceHash: trusted ? withoutServiceHash(trusted) : null,
		items: lines.map((entry) => ({ ...entry })),
		linkKey: trusted?.linkKey ?? null,
		documentId: trusted?.documentId ?? null,
		outcome: trusted?.outcome ?? null,
		collectedAt: trusted?.collectedAt ?? null,
		manifestSha256: manifest.sha256,
	};
}

const expectedOf = (manifest: Manifest | undefined, item: EvidenceFile): string | undefined =>
	manifest?.files.find((file) => file.item === item)?.sha256;

const withoutServiceHash = ({ files }: Manifest): string[] =>
	files.filter(({ serviceHashMatches }) => serviceHashMatches !== true).map(({ item }) => item);
