import type { IDataObject } from 'n8n-workflow';
import type { ObjectType } from '../../BigCommerce/records/objects';
import { orderScopes, orderSummary } from './order';

/** What people see of an object. */
interface Shown {
	/** In a case, where they are shown it, under the names that process models use. */
	summary(object: IDataObject): IDataObject;
	/** What a document can be filled with, the nearest first. @param facts that the item brought */
	scopes(object: IDataObject, facts: IDataObject): IDataObject[];
}

const SHOWN: Readonly<Record<string, Shown>> = {
	order: { summary: orderSummary, scopes: orderScopes },
};

/** Of what is no order, details say what people need: what counts differs from question to question. */
export const shownOf = ({ value, named }: ObjectType): Shown =>
	SHOWN[value] ?? {
		summary: () => ({}),
		scopes: (object) => [{ [`${value}Name`]: named(object) }, object],
	};
