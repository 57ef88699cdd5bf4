import invert from 'lodash/invert';
import isEqualWith from 'lodash/isEqualWith';
import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import pick from 'lodash/pick';
import { isNamed } from '../../shared/answer';
import type { ItemRun } from '../../shared/itemRun';
import type { Entered } from '../../shared/record/field';
import type { Given } from '../../shared/record/given';
import { locatorOf } from '../../shared/record/locator';
import { lasting, newFields, newValues } from '../../shared/record/written';
import { flag, object } from '../../shared/shape';
import type { StoreRecord } from '../records/storeRecord';
import type { Row } from '../transport/collection';
import type { StoreClient } from '../transport/StoreClient';
import { create } from './crud/create';
import { onlyOne } from './crud/onlyOne';
import { collectionOf, homeLocators, idIn, scopeOf, stayingId, type Made } from './crud/picked';

/** By what one record is known that has no single field of its own for it. */
interface NaturalKey {
	/** By the vendor's names; one has an equal value in all of them, in letters of either case. */
	fields: readonly string[];
	/** By which filter the list finds the first of them; left out: it takes none. */
	filter?: string;
	/** By which filters it finds others of them, by field: what stands elsewhere need not be read. */
	within?: Readonly<Record<string, string>>;
	/** What they are called in the middle of a sentence: `name and parent`. */
	called: string;
	/** The store takes one as a whole only. */
	isWhole?: true;
	/** The store keeps several that have it: an item never changes what an earlier one of the same run has set. */
	isShared?: true;
}

/** What the item sets on one that is there. */
function changesOf(values: Entered, record: StoreRecord, { fields, isWhole }: NaturalKey): Entered {
	const changes = omit(lasting({ ...values }, record), fields);
	return isWhole ? { ...pick(values, fields), ...changes } : changes;
}

/** A number may come back as text, with other zeros than it was sent with (BigCommerce reference 7.2). */
const isSame = (shown: unknown, wanted: unknown): boolean | undefined => {
	const isAsText = typeof shown === 'string' && shown.trim() !== '' && typeof wanted === 'number';
	return isAsText ? Number(shown) === wanted : undefined;
};

const stands = (row: Given, changes: Entered): boolean =>
	isEqualWith(pick(row, Object.keys(changes)), changes, isSame);

/** The ids of those that an item of a run has made, changed or found as it wants them, by n8n's functions of the run. */
const SET = new WeakMap<object, Set<number>>();

/** What says whether it was made just now: a coupon code has a `created` of its own, a time. */
const flagOf = ({ properties }: StoreRecord): string => ('created' in properties ? 'isNew' : 'created');

/** What earlier items of the same run have set. */
function setBefore({ functions }: ItemRun): Set<number> {
	const ids = SET.get(functions) ?? new Set<number>();
	SET.set(functions, ids);
	return ids;
}

/**
 * A Create or Update by a natural key: several fields that tell a record from others, or one that is not unique in all stores. One that is as it is wanted is left alone.
 */
export const upsertsBy = (record: StoreRecord, key: NaturalKey): Made => ({
	effect: 'change',
	scopes: scopeOf(record, 'modify'),
	output: object({ [flagOf(record)]: flag, ...record.properties }),
	fields: [
		...homeLocators(record),
		...(record.of ? [locatorOf(record.of.record.locator)] : []),
		...newFields(record),
	],
	async execute(run: ItemRun, client: StoreClient) {
		const { of, one, words, sent, idField, neverChanges } = record;
		const values = {
			...newValues(run, record),
			...(of && { [of.field]: await stayingId(run, client, of.record) }),
		};
		const collection = await collectionOf(run, client, record);
		const { fields, filter, within, called, isWhole, isShared } = key;
		const rows = await collection.find({
			...(filter && { [filter]: values[fields[0]] }),
			...mapValues(invert({ ...within }), (name) => values[name]),
		});
		const found = rows.filter((row) => fields.every((name) => isNamed(row, name, String(values[name]))));
		const changes = changesOf(values, record, key);
		// Several of which one is as it is wanted are settled by that.
		const wanted = found.length > 1 ? found.find((row) => stands(row, changes)) : undefined;
		const standing = wanted ?? onlyOne(run, found, { words, called });
		const before = setBefore(run);
		const told = (created: boolean, row: Given | undefined) => {
			if (row) before.add(idIn(row, idField));
			return { [flagOf(record)]: created, ...row };
		};
		if (!standing) return told(true, await create(run, client, record, values, found));
		if (stands(standing, changes)) return told(false, standing);
		if (neverChanges) {
			throw run.refuse({
				what: `There is a ${one} with this ${called} already, and it is another one`,
				next: `BigCommerce cannot change a ${one}; delete it and create it anew.`,
			});
		}
		const id = idIn(standing, idField);
		if (isShared && before.has(id)) {
			throw run.refuse({
				what: `An earlier item of this run has set the ${one} with this ${called}`,
				next: `Give each ${called} one item only, or use Create for further ones.`,
			});
		}
		const row: Row = { ...(isWhole && sent ? sent(changes) : changes), id };
		const [changed] = (await collection.change([row])) ?? [];
		return told(false, changed);
	},
});
