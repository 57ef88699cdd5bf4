import type { IDataObject, INodeProperties } from 'n8n-workflow';
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
 */
export function withInput(run: ItemRun, name: string, record: IDataObject): IDataObject | OutputItem {
	if (!run.flag('keepInput', false, 'Keep the Input')) return record;
	const { json, binary } = run.functions.getInputData()[run.index];
	return new OutputItem({ ...json, [name]: record }, binary);
}
