import { createHash } from 'crypto';
import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { canonical } from '../../shared/canonical';
import { fingerprint } from '../../shared/fingerprint';
import { documentItem } from '../records/documentItem';
import type { DownloadedFile } from '../transport/downloads';
import { signerItems, type SignerItem } from '../records/signers';
import type { Document } from '../transport/documents';

/** The files of the evidence, under the names that they have everywhere. */
export const EVIDENCE_FILES = ['signedDocument', 'signingLog'] as const;

export type EvidenceFile = (typeof EVIDENCE_FILES)[number];

const VERSION = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().nullable();

/** What Verify reads; the rest is covered by the seal. */
const manifestSchema = z
	.object({
		version: z.literal(VERSION),
		collectedAt: z.string(),
		linkKey: text,
		documentId: text,
		outcome: text,
		files: z.array(
			z.object({ item: z.enum(EVIDENCE_FILES), sha256, serviceHashMatches: z.boolean().nullish() }),
		),
		snapshot: z.object({ sha256 }).passthrough().nullable(),
		seal: sha256,
	})
	.passthrough();

export type Manifest = z.infer<typeof manifestSchema>;

/** The parts of the proof that Collect brought together. */
export interface Collected {
	/** As it was read for the download. */
	document: Document;
	files: Readonly<Record<EvidenceFile, Omit<DownloadedFile, 'binary'>>>;
	/** The order as it was signed for; undefined when none was given. */
	snapshot?: object;
	/** Positions, among the signers of the request, of those without whom nothing may be done; undefined when nobody told. */
	required?: ReadonlySet<number>;
	collectedAt: Date;
}

/** A signer as the manifest keeps it. */
const signerLine = (signer: SignerItem, required: boolean | null) => ({
	...omit(signer, 'forwardedTo'),
	reason: signer.reason ?? null,
	required,
});

/**
 * The manifest: what was signed by whom, and the SHA-256 of everything. Its seal is the SHA-256 of the canonical text of the rest, so that a change is found even without
 * knowing the manifest's own hash; against somebody who makes a new seal, only that hash helps, which the store keeps.
 */
export function makeManifest({ document, required, files, snapshot, collectedAt }: Collected): IDataObject {
	const { externalId, documentId, requestId, name, outcome } = documentItem(document);
	const unsealed: IDataObject = {
		version: VERSION,
		collectedAt: collectedAt.toISOString(),
		linkKey: externalId,
		documentId,
		requestId,
		name,
		outcome,
		signers: signerItems(document.signrequest).map((line, position) =>
			signerLine(line, required ? required.has(position) : null),
		),
		files: EVIDENCE_FILES.map((item) => {
			const { name: fileName, ...file } = files[item];
			return { item, fileName, ...file };
		}),
		snapshot: snapshot ? { sha256: fingerprint(snapshot), value: snapshot } : null,
	};
	return { ...unsealed, seal: fingerprint(unsealed) };
}

/** The bytes of the manifest's file: its canonical text and nothing else, so that any other spelling of it is found. */
export const manifestBytes = (manifest: object): Buffer => Buffer.from(canonical(manifest), 'utf8');

/** SHA-256 of bytes, 64 hexadecimal characters. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads the file of a manifest.
 *
 * @param bytes the file
 * @returns undefined when it is not, byte by byte, what Collect wrote
 */
export function readManifest(bytes: Buffer): Manifest | undefined {
	const parsed = parse(bytes);
	if (typeof parsed !== 'object' || parsed === null || !manifestBytes({ ...parsed }).equals(bytes)) {
		return undefined;
	}
	const { seal, ...unsealed }: IDataObject = { ...parsed };
	return seal === fingerprint(unsealed) ? manifestSchema.safeParse(parsed).data : undefined;
}

function parse(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString('utf8'));
	} catch {
		return undefined;
	}
}
