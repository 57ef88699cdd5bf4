import type { IDataObject } from 'n8n-workflow';
import type { Proof } from '../../../shared/decision/roundRecord';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';

const textIn = (value: unknown): string | undefined =>
	typeof value === 'string' && value ? value : undefined;

/**
 * The proof that an item brings along, as *Evidence: Collect* of OpenText Core Signature makes it.
 *
 * @param item that came in
 * @param linkKey of the decision that is finished
 * @returns undefined when it brings none
 * @throws NodeOperationError when it proves another decision
 */
export function proofIn(
	run: Pick<ItemRun, 'refuse'>,
	{ proof }: IDataObject,
	linkKey: string,
): Proof | undefined {
	if (!isRecord(proof) || !Array.isArray(proof.files)) return undefined;
	const other = textIn(proof.linkKey);
	if (other !== undefined && other !== linkKey) {
		throw run.refuse({
			what: `The proof of the item is that of ${other}, not of ${linkKey}`,
			next: 'Collect the proof of the document of this decision.',
		});
	}
	const files = proof.files.filter(isRecord).flatMap(({ item, sha256 }): Array<[string, string]> => {
		const [name, hash] = [textIn(item), textIn(sha256)];
		return name !== undefined && hash !== undefined ? [[name, hash]] : [];
	});
	if (!files.length) return undefined;
	const [manifest, address] = [textIn(proof.manifestSha256), textIn(proof.address)];
	return {
		files: Object.fromEntries(files),
		...(manifest !== undefined && { manifest }),
		...(address !== undefined && { address }),
	};
}
