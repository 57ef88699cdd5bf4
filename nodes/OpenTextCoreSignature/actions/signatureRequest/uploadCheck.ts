import type { ItemRun } from '../../../shared/itemRun';
import { faultOfFile, faultOfOffice } from '../../../shared/files/fileContent';
import { uploadExtension } from './uploadName';

/**
 * Refuses a file that must not be mailed.
 *
 * @param head its first kilobyte, or all of it
 * @param name with its extension
 * @throws NodeOperationError when it is empty, or does not begin as its name says
 */
export function assertFile(run: ItemRun, head: Uint8Array, name: string): void {
	const extension = uploadExtension(name);
	const fault = faultOfFile(head, extension) ?? faultOfOffice(head, extension);
	if (fault === undefined) return;
	throw run.refuse({
		what: `The file "${name}" ${fault}`,
		next: 'Check the node that gave it out: a download that failed may leave an empty file or a web page behind.',
	});
}
