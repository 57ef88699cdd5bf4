import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { mapperFields } from './mapper';
import { wideFields, type Written } from './written';

/**
 * The method that gives n8n's resource mapper the fields of the record that a node works on, as its operation takes them.
 *
 * @param wide the records that are entered through it, by their resources
 */
export const recordFieldsOf = (wide: Readonly<Record<string, Written>>) =>
	async function getRecordFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const { [String(this.getCurrentNodeParameter('resource'))]: record } = wide;
		if (!record) return await Promise.resolve({ fields: [] });
		const operation = String(this.getCurrentNodeParameter('operation'));
		return { fields: mapperFields(...wideFields(record, operation)) };
	};
