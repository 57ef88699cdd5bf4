import { isNamed } from '../../../shared/answer';
import { simplify } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { fieldsIn } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { simplified } from '../../../shared/simplified';
import { inventory } from '../../records/inventory';
import { productVariant } from '../../records/productVariant';
import type { StoreClient } from '../../transport/StoreClient';
import { hasComma } from '../crud/keysAtOnce';
import { scopeOf } from '../crud/picked';
import { pickedVariant, variantNamed } from '../productVariant/pickedVariant';

const { path, idField, scope, properties, simple, item } = inventory;

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve the stock of one variant, at each location and in all',
		action: 'Get the inventory of a variant',
	},
	effect: 'read',
	scopes: scopeOf(inventory, 'read-only'),
	output: object(properties),
	fields: [locatorOf(productVariant.locator), simplify],
	async execute(run, client) {
		const variant = pickedVariant(run);
		const [[field, value]] = Object.entries(variant);
		// Stock has no filter for one SKU (BigCommerce reference 8.1).
		if (hasComma(value)) {
			throw run.refuse({
				what: `BigCommerce cannot be asked for the stock of ${variantNamed(variant)}: it takes a comma for the end of a SKU`,
				next: 'Choose the variant by ID.',
			});
		}
		const found = await client.list({
			path,
			query: { [`${field}:in`]: value },
			idField,
			subject: { name: 'the list of inventory items', scope },
		});
		const row = found.find((given) => isNamed(fieldsIn(properties, given).identity, field, value));
		if (!row) {
			throw run.refuse({
				what: `The store has no stock of ${variantNamed(variant)}`,
				next: 'Check the SKU or ID; of a product with options, name the variant and not the product.',
			});
		}
		return run.flag('simplify', true) ? simplified(item(row), simple) : row;
	},
};
