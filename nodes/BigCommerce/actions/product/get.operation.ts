import type { Operation } from '../../../shared/operation';
import { object, text } from '../../../shared/shape';
import { product } from '../../records/product';
import { contentVersion } from '../../records/productContent';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

const plain = getsOne(product);

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one product; the whole one has the version of its content',
		action: 'Get a product',
	},
	...plain,
	output: object({ ...product.properties, version: text }),
	async execute(run, client) {
		const shown = await plain.execute(run, client);
		// Simplified, its content is not read.
		if (Array.isArray(shown) || run.flag('simplify', true)) return shown;
		return { ...shown, version: contentVersion(shown) };
	},
};
