import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { picked } from '../../../shared/record/locator';
import { flag, object, whole } from '../../../shared/shape';
import { couponCode } from '../../records/couponCode';
import { promotion } from '../../records/promotion';
import { removed } from '../../transport/dialect';
import { INFERRED } from '../../transport/inferred';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { collectionOf, idIn, idOf, locators, scopeOf } from '../crud/picked';

/** There is no call for one: it is looked for in the list. */
const listed = { ...couponCode, inArrays: true } as const;

/** BigCommerce reference 10.3. */
const MOST = 250;

interface Row {
	id: number;
	promotionId: number;
	/** It was picked by its code, and seen. */
	isSeen: boolean;
}

// The store says the same of one that is not there (reference 10.3); one picked by its code was seen.
const isSeen = (run: ItemRun): boolean => picked(run, couponCode.locator).by !== 'id';

const pathOf = (promotionId: number) => couponCode.path.replace('{id}', String(promotionId));

/** Whether the promotion has all of them. */
async function areThere(client: StoreClient, rows: readonly Row[]): Promise<boolean> {
	const unseen = rows.filter((row) => !row.isSeen);
	if (!unseen.length) return true;
	const [{ promotionId }] = unseen;
	const subject = { name: `the list of coupon codes of promotion ${promotionId}`, scope: couponCode.scope };
	const standing = new Set(
		(await client.list({ path: pathOf(promotionId), subject })).map((row) => idIn(row)),
	);
	return unseen.every(({ id }) => standing.has(id));
}

/** All of one promotion: they are named, or the store refuses. */
function requestOf(rows: readonly Row[]): StoreRequest {
	const [{ promotionId }] = rows;
	const name = `${rows.length} coupon codes of promotion ${promotionId}`;
	return {
		method: 'DELETE',
		path: pathOf(promotionId),
		query: { 'id:in': rows.map(({ id }) => id).join(',') },
		subject: { name, scope: couponCode.scope },
		gives: removed,
		done: `${name} were removed`,
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
		const id = await idOf(run, client, couponCode);
		if (!isSeen(run)) await (await collectionOf(run, client, listed)).get(id);
		await (await collectionOf(run, client, couponCode)).remove(id);
		return { id, deleted: true };
	},
	batch: batchOf<StoreClient, Row>({
		most: MOST,
		read: async (run, client) => ({
			isSeen: isSeen(run),
			promotionId: await idOf(run, client, promotion),
			id: await idOf(run, client, couponCode),
		}),
		together: ({ promotionId }) => String(promotionId),
		async send(rows, client) {
			if (!(await areThere(client, rows).catch(() => false))) return undefined;
			const request = requestOf(rows);
			const { last } = await client.tryRequest(request);
			if ('headers' in last && INFERRED.refusedRows.includes(last.status)) return undefined;
			if (!('headers' in last) || last.status >= 300) throw client.refusal(last, request);
			return rows.map(({ id }) => ({ id, deleted: true }));
		},
		alone: async (run, client) => await remove.execute(run, client),
	}),
};
