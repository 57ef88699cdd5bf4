import type { Proof } from '../../../shared/decision/roundRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { list, object, text } from '../../../shared/shape';

/** What *Evidence: Collect* tells of a proof, as far as it is kept. */
const PROVEN = {
	proof: object({
		linkKey: text,
		files: list(object({ item: text, sha256: text })),
		manifestSha256: text,
		address: text,
	}),
};

/**
 * The proof that an item brings along, as *Evidence: Collect* of OpenText Core Signature makes it.
 *
 * @param item that came in
 * @param linkKey of the decision that is finished
 * @returns undefined when it brings none
 * @throws NodeOperationError when it proves another decision
 */
export function proofIn(run: Pick<ItemRun, 'refuse'>, item: Given, linkKey: string): Proof | undefined {
	const { proof } = fieldsIn(PROVEN, item);
	if (!proof?.files) return undefined;
	const { linkKey: other, manifestSha256: manifest, address } = proof;
	if (other && other !== linkKey) {
		throw run.refuse({
			what: `The proof of the item is that of ${other}, not of ${linkKey}`,
			next: 'Collect the proof of the document of this decision.',
		});
	}
	const files = proof.files.flatMap(({ item: name, sha256 }): Array<[string, string]> =>
		name && sha256 ? [[name, sha256]] : [],
	);
	if (!files.length) return undefined;
	return {
		files: Object.fromEntries(files),
		...(manifest && { manifest }),
		...(address && { address }),
	};
}
