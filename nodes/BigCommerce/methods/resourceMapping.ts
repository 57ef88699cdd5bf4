import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { mapperFields } from '../../shared/record/mapper';
import { category } from '../records/category';
import { product } from '../records/product';
import { productVariant } from '../records/productVariant';
import { wideFields, type Written } from '../../shared/record/written';

/** The records that are entered through the resource mapper, by their resources. */
const WIDE: Readonly<Record<string, Written>> = { category, product, productVariant };

/** The fields of the record that the node works on, as its operation takes them. */
export async function getRecordFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const { [String(this.getCurrentNodeParameter('resource'))]: record } = WIDE;
	if (!record) return { fields: [] };
	const operation = String(this.getCurrentNodeParameter('operation'));
	return { fields: mapperFields(...wideFields(record, operation)) };
}
