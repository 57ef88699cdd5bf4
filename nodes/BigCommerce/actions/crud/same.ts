import { isNamed } from '../../../shared/answer';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import type { StoreRecord } from '../../records/storeRecord';

/** By what one is told from others. */
export type Same = NonNullable<StoreRecord['same']>;

/** What was set of it. */
export const setIn = ({ fields }: Same, values: Entered): string[] =>
	fields.filter((name) => values[name] !== undefined);

/** Whether a record is what was sent: equal in all that was set. The store may keep a value in small letters. */
export const equalTo =
	(same: Same, values: Entered) =>
	(row: Given): boolean =>
		setIn(same, values).every((name) => isNamed(row, name, String(values[name])));
