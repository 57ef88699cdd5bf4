import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { mapperFields } from './mapper';
import { wideFields, type Written } from './written';

/**
 * The method that gives n8n's resource mapper the fields of the record that a node works on, as its operation takes them.
 *
 * @param wide the records that are entered through it, by their resources; where one operation takes other fields, by both with a dot between
 */
export const recordFieldsOf = (wide: Readonly<Record<string, Written>>) =>
	async function getRecordFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const resource = String(this.getCurrentNodeParameter('resource'));
		const operation = String(this.getCurrentNodeParameter('operation'));
		const record = wide[`${resource}.${operation}`] ?? wide[resource];
		if (!record) return await Promise.resolve({ fields: [] });
		return { fields: mapperFields(...wideFields(record, operation)) };
	};
