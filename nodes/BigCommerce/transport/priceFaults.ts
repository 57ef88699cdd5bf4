import { areRows, givesIf, isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import type { Outcome, Reply } from '../../shared/send';
import { hasErrors } from './dialect';

/** What the store says is wrong with one price. */
export interface PriceFault {
	/** The row of the answer, for its text. */
	said: object;
	/** Whether it names the price of this variant in this currency. */
	isAbout(variant: Readonly<Record<string, string | number>>, currency: string): boolean;
}

/** One that leaves out the currency may be about another one of the same variant. */
const faultOf = (said: Record<string, unknown>): PriceFault => ({
	said,
	isAbout: (variant, currency) =>
		isNamed(said.data, 'currency', currency) &&
		Object.entries(variant).every(([field, value]) => isNamed(said.data, field, value)),
});

const rowsIn = (body: unknown): unknown => (isRecord(body) ? body.batch_errors : undefined);

/** What the answer to several prices says is wrong, row by row: `{data: {variant_id or sku, currency}, field_errors}` (BigCommerce reference 2.6, 9.2). */
export function priceFaultsIn(last: Outcome['last']): PriceFault[] {
	const faults = 'headers' in last ? rowsIn(last.body) : undefined;
	return areRows(faults) ? faults.filter(isRecord).map(faultOf) : [];
}

/** A good answer says nothing but that it is done, or what is wrong with which row (reference 9.2). */
export const givesPrices: Gives = givesIf(({ body }) => {
	const faults = rowsIn(body);
	if (areRows(faults) && faults.length) return true;
	return isRecord(body) && !hasErrors(body) && typeof body.data === 'object';
});

/** The refusal with some of its rows only. */
export const saying = (last: Reply, faults: readonly PriceFault[]): Reply => ({
	...last,
	// Saved for some: of these it was not.
	status: last.status < 300 ? 422 : last.status,
	body: { batch_errors: faults.map(({ said }) => said) },
});
