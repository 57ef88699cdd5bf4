import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import { OutputItem, type Operation } from '../../../shared/operation';
import { EVIDENCE_FILES } from '../../evidence/manifest';
import { readFile } from '../../evidence/readFile';
import { verifyEvidence } from '../../evidence/verify';
import { isPdf } from '../../../shared/files/fileContent';
import type { SignatureClient } from '../../transport/SignatureClient';
import { binaryFields } from './evidenceFields';
import { VERIFIED } from '../../records/evidence';

/** A manifest is a few thousand characters and the order's snapshot. In bytes. */
const LARGEST_MANIFEST = 8 * 1024 * 1024;

const OPTION_FIELDS: INodeProperties[] = [
	{
		displayName: 'Current Snapshot (JSON)',
		name: 'currentSnapshot',
		type: 'json',
		default: '{}',
		description: 'The order as it is now, in the form that Collect was given',
	},
	{
		displayName: 'Expected Manifest Hash',
		name: 'expectedManifestHash',
		type: 'string',
		default: '',
		placeholder: 'e.g. 9f86d081884c7d65…',
		description: 'The manifestSha256 that Collect gave; without it, a manifest made anew is not found out',
	},
];

export const verify: Operation<SignatureClient> = {
	option: {
		name: 'Verify',
		value: 'verify',
		description: 'Check collected evidence against its manifest, and name what was changed',
		action: 'Verify evidence',
	},
	effect: 'read',
	output: VERIFIED,
	fields: [
		...binaryFields('Input').map((field) => ({ ...field, required: true })),
		optionsCollection(OPTION_FIELDS),
	],
	async execute(run) {
		// Blank is refused here: what was meant to be checked must not be left out without a word.
		const options = run.filters('options', OPTION_FIELDS);
		const signedDocument = await readFile(run, run.requiredText('signedDocumentProperty', 'Signed Document'));
		const signingLog = await readFile(run, run.requiredText('signingLogProperty', 'Signing Log'));
		const manifest = await readFile(run, run.requiredText('manifestProperty', 'Manifest'), LARGEST_MANIFEST);
		const snapshot = run.json('options.currentSnapshot', 'Current Snapshot (JSON)');
		const expected = String(options.expectedManifestHash ?? '');
		const verdict = verifyEvidence({
			hashes: { signedDocument: signedDocument.sha256, signingLog: signingLog.sha256 },
			notPdf: EVIDENCE_FILES.filter((item) => !isPdf({ signedDocument, signingLog }[item].head)),
			manifest,
			...(expected && { expectedManifestHash: expected }),
			...(Object.keys(snapshot).length > 0 && { snapshot }),
		});
		// The files go on with the item, so that an archive can stand behind the check.
		return new OutputItem(verdict, run.functions.getInputData()[run.index].binary);
	},
};
