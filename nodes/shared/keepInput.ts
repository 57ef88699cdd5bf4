import type { IBinaryKeyData, IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemRun } from './itemRun';
import { OutputItem } from './operation';

/** @param name under which the record is put then: `order` */
export const keepInput = (name: string): INodeProperties => ({
	displayName: 'Keep the Input',
	name: 'keepInput',
	type: 'boolean',
	default: false,
	description: `Whether to put the record as "${name}" beside what came in`,
});

/**
 * A record as the item wants it: alone, or under its name beside what came in, with the files of that.
 *
 * @param name as in `keepInput`
 * @param files that come with the record
 */
export function withInput(
	run: ItemRun,
	name: string,
	record: IDataObject,
	files?: IBinaryKeyData,
): IDataObject | OutputItem {
	if (!run.flag('keepInput', false, 'Keep the Input')) {
		return files ? new OutputItem(record, files) : record;
	}
	const { json, binary } = run.functions.getInputData()[run.index];
	return new OutputItem({ [name]: record }, files ? { ...binary, ...files } : binary, 0, json);
}
