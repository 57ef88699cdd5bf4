import difference from 'lodash/difference';
import omit from 'lodash/omit';
import uniq from 'lodash/uniq';
import type { Operation } from '../../../shared/operation';
import { object, text } from '../../../shared/shape';
import { product } from '../../records/product';
import { CONTENT_PARTS, contentVersion } from '../../records/productContent';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';
import { includedBy } from '../crud/includes';
import { collectionOf, idOf } from '../crud/picked';

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
		// Simplified, its content is not read.
		if (run.flag('simplify', true)) return await plain.execute(run, client);
		const collection = await collectionOf(run, client, product);
		const wanted = run.list('include');
		const included = includedBy(uniq([...wanted, ...CONTENT_PARTS]));
		const whole = await collection.get(await idOf(run, client, product), included);
		// What only the version needs is not shown.
		return { ...omit(whole, difference(CONTENT_PARTS, wanted)), version: contentVersion(whole) };
	},
};
