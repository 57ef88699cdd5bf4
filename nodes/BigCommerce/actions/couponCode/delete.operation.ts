import type { Operation } from '../../../shared/operation';
import { picked } from '../../../shared/record/locator';
import { flag, object, whole } from '../../../shared/shape';
import { couponCode } from '../../records/couponCode';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionOf, idOf, locators, scopeOf } from '../crud/picked';

/** There is no call for one: it is looked for in the list. */
const listed = { ...couponCode, inArrays: true } as const;

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one code of a promotion',
		action: 'Delete a coupon code',
	},
	effect: 'change',
	scopes: scopeOf(couponCode, 'modify'),
	output: object({ id: whole, deleted: flag }),
	fields: locators(couponCode),
	async execute(run, client) {
		const id = await idOf(run, client, couponCode);
		// The store says the same of one that is not there (reference 10.3); one picked by its code was seen.
		if (picked(run, couponCode.locator).by === 'id') {
			await (await collectionOf(run, client, listed)).get(id);
		}
		await (await collectionOf(run, client, couponCode)).remove(id);
		return { id, deleted: true };
	},
};
