import type { INodeProperties } from 'n8n-workflow';
import { readItemFiles, type ItemFile } from '../../../shared/itemFile';
import type { ItemRun } from '../../../shared/itemRun';

/** Files of the item that are put with a case. */
export const filesField: INodeProperties = {
	displayName: 'Attach Files',
	name: 'attachFiles',
	type: 'string',
	default: '',
	placeholder: 'e.g. photos, invoice',
	description: 'Input binary fields to put with the case; missing ones are left out',
};

/** @param name of the parameter, where it stands in a collection */
export const readFiles = async (run: ItemRun, name = filesField.name): Promise<ItemFile[]> =>
	await readItemFiles(
		run,
		run
			.text(name)
			.split(/[\s,]+/)
			.filter(Boolean),
	);
