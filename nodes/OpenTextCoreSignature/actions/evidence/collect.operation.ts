import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import { keepInput, withInput } from '../../../shared/keepInput';
import { OutputItem, type Operation } from '../../../shared/operation';
import { EVIDENCE_FILES, hashOf, makeManifest, manifestBytes } from '../../evidence/manifest';
import { downloadFile, untilThere, type DownloadedFile } from '../../transport/downloads';
import { baseName } from '../../transport/files';
import { isOver, outcomeOf } from '../../transport/statuses';
import type { SignatureClient } from '../../transport/SignatureClient';
import { documentLocator, documentOfItem } from '../documentFields';
import { signerItems } from '../../records/signers';
import { waitField, waitMsOf } from '../waitField';
import { binaryFields, EVIDENCE_PROPERTIES } from './evidenceFields';
import { assertSigned, readRequired, requiredSignersField } from './requiredSigners';
import { COLLECTED } from '../../records/evidence';

const snapshotField: INodeProperties = {
	displayName: 'Order Snapshot (JSON)',
	name: 'snapshot',
	type: 'json',
	default: '{}',
	description: 'What was signed for; it goes into the manifest',
};

const ifNotSignedField: INodeProperties = {
	displayName: 'If Not Signed',
	name: 'ifNotSigned',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail' },
		{ name: 'Pass the Item On', value: 'passOn' },
	],
	default: 'fail',
	description: 'A decline has files and is collected, unless passed on',
};

const OPTION_FIELDS: INodeProperties[] = [
	ifNotSignedField,
	...binaryFields('Output'),
	requiredSignersField,
	waitField,
];

/** Names of the output fields, in the order of the evidence. @throws NodeOperationError when two are the same */
function readProperties(run: ItemRun, entered: Readonly<Record<string, unknown>>): string[] {
	const names = EVIDENCE_PROPERTIES.map(({ name }) => String(entered[`${name}Property`] ?? name));
	if (new Set(names).size === names.length && names.every(Boolean)) return names;
	throw run.refuse({
		what: 'The three output binary fields do not have three different names',
		next: 'Give each its own name, or remove the options.',
	});
}

/** @throws NodeOperationError when there is no such choice */
function passesOn(run: ItemRun, { ifNotSigned = 'fail' }: Readonly<Record<string, unknown>>): boolean {
	if (ifNotSigned === 'fail' || ifNotSigned === 'passOn') return ifNotSigned === 'passOn';
	throw run.refuse({
		what: `If Not Signed has no choice "${String(ifNotSigned)}"`,
		next: 'Choose one from the list.',
	});
}

/** What the manifest keeps of a file. */
const described = ({ name, mimeType, bytes, sha256, serviceHashMatches }: DownloadedFile) => ({
	name,
	mimeType,
	bytes,
	sha256,
	serviceHashMatches,
});

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

export const collect: Operation<SignatureClient> = {
	option: {
		name: 'Collect',
		value: 'collect',
		description: 'Download the signed PDF and the signing log, check them, and make a manifest of both',
		action: 'Collect evidence',
	},
	effect: 'read',
	output: COLLECTED,
	fields: [documentLocator, snapshotField, keepInput('proof'), optionsCollection(OPTION_FIELDS)],
	async execute(run, client) {
		// Blank is refused here: whoever is required must not be left out without a word.
		const options = run.filters('options', OPTION_FIELDS);
		const properties = readProperties(run, options);
		const people = readRequired(run);
		const snapshot = run.json('snapshot', 'Order Snapshot (JSON)');
		const waitMs = waitMsOf(options);
		const found = await documentOfItem(run, client);
		const isNeverSigned = isOver(found) && outcomeOf(found) !== 'signed';
		if (isNeverSigned && passesOn(run, options)) {
			const { json, binary } = run.functions.getInputData()[run.index];
			return new OutputItem(json, binary);
		}
		const document = await untilThere(run, client, found, EVIDENCE_FILES, waitMs);
		const required = people && assertSigned(run, people, signerItems(document.signrequest));
		const signedDocument = await downloadFile(run, client, document, 'signedDocument');
		const signingLog = await downloadFile(run, client, document, 'signingLog');
		const manifest = makeManifest({
			document,
			...(required && { required }),
			files: { signedDocument: described(signedDocument), signingLog: described(signingLog) },
			...(!isEmpty(snapshot) && { snapshot }),
			collectedAt: new Date(),
		});
		const bytes = manifestBytes(manifest);
		const file = await run.functions.helpers.prepareBinaryData(
			bytes,
			`${baseName(document)}-evidence.json`,
			'application/json',
		);
		const binaries = [signedDocument.binary, signingLog.binary, file];
		const files = Object.fromEntries(properties.map((property, index) => [property, binaries[index]]));
		return withInput(run, 'proof', { ...manifest, manifestSha256: hashOf(bytes) }, files);
	},
};
