import omit from 'lodash/omit';
import { isRecord } from '../../../shared/isRecord';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { sameValue } from '../../records/sameValue';
import type { Same } from './same';

/** From where the store fetches an image: it keeps a copy, with an address of its own. */
const COPIED: ReadonlySet<string> = new Set(['image_url']);

/** An empty list may come back with an empty text in it. */
const isBlank = (value: unknown): boolean =>
	Array.isArray(value) ? value.every(isBlank) : value === undefined || value === null || value === '';

const withoutSlashes = (value: unknown): string => String(value).replace(/^\/+|\/+$/g, '');

/** The address of a page: the store puts slashes around it, and says by itself whether somebody wrote it. */
const samePage = (shown: unknown, wanted: Readonly<Record<string, unknown>>): boolean =>
	isRecord(shown) &&
	Object.entries(wanted).every(
		([name, value]) =>
			typeof value !== 'string' || sameValue(name, withoutSlashes(shown[name]), withoutSlashes(value)),
	);

function holds(name: string, shown: unknown, wanted: unknown): boolean {
	if (shown === undefined || COPIED.has(name)) return true;
	if (isBlank(shown) && isBlank(wanted)) return true;
	return isRecord(wanted) ? samePage(shown, wanted) : sameValue(name, shown, wanted);
}

/**
 * Whether a record that is found by its name can be the one that was sent: it holds all that was sent, and nothing where a new one has nothing. Tells it from one that stood before in kinds that do not say when they were made; one that stood before and
 * holds just the same is no other than what was wanted. Of a kind for which it is not known what a new one has, every one can be it.
 */
export const asSent =
	({ fields, empty }: Same, values: Entered) =>
	(row: Given): boolean => {
		if (!empty) return true;
		const shown: Readonly<Record<string, unknown>> = { ...row };
		return (
			empty.every((name) => !isBlank(values[name]) || isBlank(shown[name])) &&
			Object.entries(omit(values, fields)).every(([name, wanted]) => holds(name, shown[name], wanted))
		);
	};
