import { filter } from '../collection/operators';
import type { Operator } from '../collection/operators';
import type { StoredRecord } from '../collection/record';

const fullName = ({ values }: StoredRecord) => `${String(values.first_name)} ${String(values.last_name)}`;

/** A filter by first and last name together (BigCommerce reference 6.1, 6.2). */
export const byName = (operator: Operator) => (wanted: string) =>
	filter('text', operator, `name:${operator}`, wanted, fullName);
