import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { withProduct } from './product';
import { idIn, NODE } from './support';

/** The operations of products in channels or categories. @param id of a channel or category of the seed that a new product is not in */
export function assignmentCases({
	resource,
	to,
	field,
	id,
}: Record<'resource' | 'to' | 'field', string> & { id: number }): Cases {
	const place = async (world: World, nth: number): Promise<INodeParameters> => ({
		...(await withProduct(world, nth)),
		[`${to}Id`]: byId(id),
	});
	const assigned = async (world: World, nth: number): Promise<INodeParameters> => {
		const at = await place(world, nth);
		await world.must(NODE, { resource, operation: 'upsert', ...at });
		return at;
	};
	const pair = ({ productId }: INodeParameters) => ({ product_id: idIn(productId), [field]: id });
	const wrong = { productId: byId(NOBODY) };
	return {
		delete: {
			prepare: assigned,
			wrong,
			refusal: new RegExp(`^There is no assignment of product \\d+ to ${to} \\d+$`),
			gives: (entered) => ({ ...pair(entered), deleted: true }),
		},
		getAll: {
			prepare: async (world, nth) => {
				const at = await assigned(world, nth);
				return {
					...ALL,
					filters: { productIds: String(idIn(at.productId)), [`${to}Ids`]: String(id) },
				};
			},
			wrong: MANY,
			refusal: NO_LIMIT,
			gives: () => ({ [field]: id }),
		},
		upsert: {
			prepare: place,
			wrong,
			refusal: new RegExp(
				`^BigCommerce found the values for assignment of product \\d+ to ${to} \\d+ missing or not valid$`,
			),
			gives: pair,
		},
	};
}
