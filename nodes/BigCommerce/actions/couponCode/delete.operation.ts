import { batchOf } from '../../../shared/batch';
import type { Operation } from '../../../shared/operation';
import type { Given } from '../../../shared/record/given';
import { flag, object, whole } from '../../../shared/shape';
import { couponCode } from '../../records/couponCode';
import { promotion } from '../../records/promotion';
import { removed } from '../../transport/dialect';
import { removeNamed } from '../../transport/removal';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionOf, foundOf, idIn, locators, scopeOf, stayingId } from '../crud/picked';
import { removeSeveral } from '../crud/removesSeveral';

/** There is no call for one: it is looked for in the list. */
const listed = { ...couponCode, inArrays: true } as const;

/** BigCommerce reference 10.3. */
const MOST = 250;

interface Row {
	id: number;
	promotionId: number;
	/** As the store has it, where it was picked by its code. */
	seen?: Given;
}

/** Several of one promotion: they are named, or the store refuses. */
function removing(client: StoreClient, { promotionId }: Row, isLater: boolean) {
	const { scope } = couponCode;
	const path = couponCode.path.replace('{id}', String(promotionId));
	// What was seen may be gone after a call that removes.
	let mayBeGone = isLater;
	return {
		async look(rows: readonly Row[]) {
			const isKnown = ({ seen }: Row) => seen !== undefined && !mayBeGone;
			if (rows.every(isKnown)) return rows.map(({ seen }) => seen);
			const subject = { name: `the list of coupon codes of promotion ${promotionId}`, scope };
			const standing = await client.list({ path, subject });
			return rows.map((row) => (isKnown(row) ? row.seen : standing.find((one) => idIn(one) === row.id)));
		},
		async remove(found: readonly Given[]) {
			mayBeGone = true;
			const name = `${found.length} coupon codes of promotion ${promotionId}`;
			const query = { 'id:in': found.map((row) => idIn(row)).join(',') };
			const done = `${name} were removed`;
			return await removeNamed(client, { path, query, subject: { name, scope }, gives: removed, done });
		},
	};
}

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
		const { id, seen } = await foundOf(run, client, couponCode);
		// The store says the same of one that is not there (reference 10.3); one picked by its code was seen.
		if (!seen) await (await collectionOf(run, client, listed)).get(id);
		await (await collectionOf(run, client, couponCode)).remove(id);
		return { id, deleted: true };
	},
	batch: batchOf<StoreClient, Row>({
		most: MOST,
		read: async (run, client) => ({
			promotionId: await stayingId(run, client, promotion),
			...(await foundOf(run, client, couponCode)),
		}),
		together: ({ promotionId }) => String(promotionId),
		async send(rows, client, [first], { isLater }) {
			const gone = await removeSeveral(first, rows, removing(client, rows[0], isLater));
			return gone?.map((row) => row && { id: idIn(row), deleted: true });
		},
		alone: async (run, client) => await remove.execute(run, client),
	}),
};
