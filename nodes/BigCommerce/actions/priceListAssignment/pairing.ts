import uniq from 'lodash/uniq';
import { givesIf, isNamed, isNoBody } from '../../../shared/answer';
import { isRecord } from '../../../shared/isRecord';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { orNull, whole } from '../../../shared/shape';
import { priceListAssignment } from '../../records/priceListAssignment';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';

const { path, scope, words } = priceListAssignment;

/** Which list counts for whom: for a group in all channels where no channel is named, for everyone in a channel where no group is (BigCommerce reference 9.3). */
export interface Pairing {
	price_list_id: number;
	customer_group_id?: number;
	channel_id?: number;
}

const FOR_WHOM = ['customer_group_id', 'channel_id'] as const;

/** Whether a row is about the same group and channel, or has none where none is named. */
export const isFor = (row: Given, pairing: Pairing): boolean =>
	FOR_WHOM.every((name) => {
		const { [name]: id } = pairing;
		if (id !== undefined) return isNamed(row, name, id);
		return !fieldsIn({ [name]: orNull(whole) }, row)[name];
	});

/** The row that says what the pairing wants. */
export const standingOf = (rows: readonly Given[], pairing: Pairing): Given | undefined =>
	rows.find((row) => isFor(row, pairing) && isNamed(row, 'price_list_id', pairing.price_list_id));

/** What counts for the groups of all of them, or in their channels where one names no group. */
export async function standingFor(client: StoreClient, rows: readonly Pairing[]): Promise<Given[]> {
	const name = FOR_WHOM.find((each) => rows.every(({ [each]: id }) => id !== undefined));
	return await client.list({
		path,
		query: name ? { [`${name}:in`]: uniq(rows.map(({ [name]: id }) => id)).join(',') } : {},
		subject: { name: `the list of ${words}`, scope },
	});
}

/** The call that makes new assignments, and answers nothing of them (reference 9.3). */
export function assigning(rows: readonly Pairing[]): StoreRequest {
	const name =
		rows.length > 1 ? `${rows.length} ${words}` : `assignment of price list ${rows[0].price_list_id}`;
	return {
		method: 'POST',
		path,
		body: rows.map((row) => ({ ...row })),
		subject: { name, scope },
		gives: givesIf(({ body }) => isNoBody(body) || isRecord(body)),
		done: rows.length > 1 ? `${name} were made` : `price list ${rows[0].price_list_id} was assigned`,
	};
}
