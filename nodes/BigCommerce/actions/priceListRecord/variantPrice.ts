import groupBy from 'lodash/groupBy';
import partition from 'lodash/partition';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isNamed } from '../../../shared/answer';
import type { ItemRun } from '../../../shared/itemRun';
import { inputOf, text } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { priceList } from '../../records/priceList';
import { priceListRecord, WITH_ALL } from '../../records/priceListRecord';
import { productVariant } from '../../records/productVariant';
import type { StoreClient } from '../../transport/StoreClient';
import { hasComma } from '../crud/keysAtOnce';
import { stayingId } from '../crud/picked';
import { pickedVariant, variantNamed, type VariantKey } from '../productVariant/pickedVariant';

const { scope, idField } = priceListRecord;

/** One price of a price list: of a variant in a currency (BigCommerce reference 9.2). */
export interface VariantPrice {
	priceListId: number;
	/** By which field the variant is named, and its value: the store takes either. */
	variant: VariantKey;
	/** Three letters. */
	currency: string;
}

const currency = inputOf([
	'currency',
	text('Currency', 'Code of the currency, three letters', { like: 'USD', required: true, default: 'USD' }),
]);

/** What picks one price. */
export const variantPriceFields: INodeProperties[] = [
	locatorOf(priceList.locator),
	locatorOf(productVariant.locator),
	currency,
];

/** @throws NodeOperationError when something is missing, or the currency is no code */
export async function readVariantPrice(run: ItemRun, client: StoreClient): Promise<VariantPrice> {
	const code = run.requiredText(currency.name, currency.displayName).toUpperCase();
	if (!/^[A-Z]{3}$/.test(code)) {
		throw run.refuse({
			what: `Currency must be a code of three letters, but it is "${code}"`,
			next: 'Enter it like USD or EUR.',
		});
	}
	const variant = pickedVariant(run);
	return { priceListId: await stayingId(run, client, priceList), variant, currency: code };
}

export const recordsPath = (priceListId: number): string =>
	priceListRecord.path.replace('{id}', String(priceListId));

/** For texts: price of MUG-GRY in USD in price list 3. */
export const named = ({ variant, currency: code, priceListId }: VariantPrice): string =>
	`price of ${variantNamed(variant)} in ${code} in price list ${priceListId}`;

const isOf =
	({ variant, currency: code }: VariantPrice) =>
	(row: Given): boolean =>
		isNamed(row, 'currency', code) &&
		Object.entries(variant).every(([field, value]) => isNamed(row, field, value));

/** The prices as the store has them, all of one price list in one currency; undefined for each that it has not. */
export async function findVariantPrices(
	client: StoreClient,
	wanted: readonly VariantPrice[],
): Promise<Array<Given | undefined>> {
	const [{ currency: code, priceListId }] = wanted;
	const queries = Object.values(groupBy(wanted, ({ variant }) => Object.keys(variant)[0])).flatMap((rows) => {
		const [field] = Object.keys(rows[0].variant);
		const values = rows.flatMap(({ variant }) => Object.values(variant));
		const [alone, together] = partition(values, hasComma);
		const several = together.length ? [{ [`${field}:in`]: together.join(',') }] : [];
		return [...several, ...alone.map((value) => ({ [field]: value }))];
	});
	const found: Given[] = [];
	for (const query of queries) {
		const rows = await client.list({
			path: recordsPath(priceListId),
			query: { ...WITH_ALL, ...query, 'currency:in': code },
			idField,
			subject: { name: `the list of prices of price list ${priceListId}`, scope },
		});
		found.push(...rows);
	}
	return wanted.map((price) => found.find(isOf(price)));
}

/** The price as the store has it. @throws NodeOperationError when the price list has none */
export async function findVariantPrice(
	run: ItemRun,
	client: StoreClient,
	wanted: VariantPrice,
): Promise<IDataObject> {
	const [record] = await findVariantPrices(client, [wanted]);
	if (record) return record;
	throw run.refuse({
		what: `The store has no ${named(wanted)}`,
		next: 'Without one, the price of the catalog counts. Check variant, currency and price list.',
	});
}
