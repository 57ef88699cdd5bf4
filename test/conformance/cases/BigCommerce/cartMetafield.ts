import { casesOf } from './metafield';

/** Metafields stand on every UUID, also of a cart that became an order. @param nth tells it from others */
const cartOf = (nth: number) => `7e48f7ef-2e88-4817-aea4-b0ed0149011${nth}`;

export const cases = casesOf({
	resource: 'cartMetafield',
	one: 'cart',
	owner: async (_world, nth) => await Promise.resolve({ cartId: cartOf(nth) }),
	resourceId: ({ cartId }) => String(cartId),
	noOwner: { wrong: { cartId: '4711' }, refusal: /^Cart ID must be a UUID, but it is "4711"$/ },
});
