import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { newFields } from '../../../shared/record/written';
import { object } from '../../../shared/shape';
import { product } from '../../records/product';
import { productImage } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionOf, scopeOf } from '../crud/picked';
import { createImage, readImage } from './newImage';

const [address, ...further] = newFields(productImage);

const shownFor = (source: string) => ({ show: { source: [source] } });

const FIELDS: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Input Binary Field', value: 'file' },
			{ name: 'URL', value: 'url' },
		],
		default: 'url',
		description: 'Where the image comes from',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryProperty',
		type: 'string',
		required: true,
		displayOptions: shownFor('file'),
		default: 'data',
		hint: 'The name of the input binary field containing the file to be uploaded',
		description: 'BMP, GIF, JPEG, PNG, WBMP, XBM or WEBP of at most 8 MB',
	},
	{ ...address, displayOptions: shownFor('url') },
	...further,
];

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add an image to a product',
		action: 'Create a product image',
	},
	effect: 'once',
	scopes: scopeOf(productImage, 'modify'),
	output: object(productImage.properties),
	fields: [locatorOf(product.locator), ...FIELDS],
	async execute(run, client) {
		const image = await readImage(run);
		return await createImage(run, await collectionOf(run, client, productImage), image);
	},
};
