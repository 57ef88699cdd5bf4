import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import type { Advice } from './errorText';
import { exactNumber, holdsSpoiled, roundedNumber } from './exactNumber';
import { isRecord } from './isRecord';

/** What a number must be beside a number. */
export interface NumberRules {
	least?: number;
	most?: number;
	whole?: boolean;
}

/** Made of an expression such as `$now`: n8n's own date, which may come from another copy of luxon. */
const isDateTime = (value: object): value is DateTime =>
	'toISO' in value && typeof value.toISO === 'function';

/** A date needs its day; the time may be left out. ISO 8601's week and ordinal dates are left to nobody. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}([T ]|$)/;

const shown = (value: unknown): string => {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

const described = (value: unknown): string => {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `"${shown(value)}"`;
};

/** Whether an expression came to nothing: n8n reads a missing field as null or as nothing. */
export const isMissing = (value: unknown): boolean => value === undefined || value === null;

/**
 * Reads values that people or expressions entered into what a field is meant to hold. Nothing is rounded, guessed or turned into something else without a word: what does not
 * fit is refused by name.
 */
export class Values {
	/**
	 * @param refuse makes the error
	 * @param zone of the workflow, for dates that name none
	 */
	constructor(
		private readonly refuse: (advice: Advice) => Error,
		private readonly zone: () => string,
	) {}

	/**
	 * A text, trimmed; empty when nothing was entered. Dates become ISO text.
	 *
	 * @param label the field's name in the editor
	 */
	text(value: unknown, label: string): string {
		if (isMissing(value)) return '';
		if (typeof value === 'string') return this.written(value.trim(), label);
		if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
		if (typeof value === 'number') return this.writtenNumber(value, label);
		if (value instanceof Date) return this.time(value, label);
		if (typeof value === 'object' && value !== null && isDateTime(value)) return String(value.toISO());
		throw this.refuse({
			what: `${label} must be text, but it is ${described(value)}`,
			next: 'Pick the field of it that you mean, or put JSON.stringify( ) around it.',
		});
	}

	/** A text in which an object or a list stands as JSON. */
	textOrJson(value: unknown, label: string): string {
		const isPlain =
			Array.isArray(value) || (isRecord(value) && !isDateTime(value) && !(value instanceof Date));
		return isPlain ? JSON.stringify(this.exact(value, label)) : this.text(value, label);
	}

	/**
	 * A number, given as one or as decimal text.
	 *
	 * @throws what `refuse` makes for nothing, for text that is no number, and for a number outside of the rules
	 */
	number(value: unknown, label: string, { least, most, whole }: NumberRules = {}): number {
		const read = typeof value === 'string' ? exactNumber(value.trim()) : value;
		const isNumber = typeof read === 'number' && !holdsSpoiled(read);
		const fits =
			isNumber &&
			(!whole || Number.isInteger(read)) &&
			(least === undefined || read >= least) &&
			(most === undefined || read <= most);
		if (fits) return read;
		const range = [
			...(least === undefined ? [] : [`at least ${least}`]),
			...(most === undefined ? [] : [`at most ${most}`]),
		].join(' and ');
		throw this.refuse({
			what: `${label} must be a ${whole ? 'whole ' : ''}number${range && ` of ${range}`}, but it is ${
				isMissing(value) || value === '' ? 'empty' : described(value)
			}`,
			next: 'Enter a number, or check the expression that should fill it.',
		});
	}

	/** A yes or no; text may say it, too. */
	flag(value: unknown, label: string): boolean {
		if (typeof value === 'boolean') return value;
		const said = typeof value === 'string' ? value.trim().toLowerCase() : '';
		if (said === 'true') return true;
		if (said === 'false') return false;
		throw this.refuse({
			what: `${label} must be true or false, but it is ${isMissing(value) || value === '' ? 'empty' : described(value)}`,
			next: 'Set it by hand, or check the expression that should fill it.',
		});
	}

	/**
	 * Several choices, as a list or as text with commas.
	 *
	 * @param allowed what can be chosen; left out where the service decides
	 */
	list(value: unknown, label: string, allowed?: readonly string[]): string[] {
		if (isMissing(value) || value === '') return [];
		const entries: unknown[] = Array.isArray(value) ? value : this.text(value, label).split(',');
		const chosen = entries.map((entry) => this.text(entry, label)).filter(Boolean);
		const unknown = allowed && chosen.find((entry) => !allowed.includes(entry));
		if (unknown === undefined) return chosen;
		throw this.refuse({
			what: `${label} has no choice "${shown(unknown)}"`,
			next: `Choose from the list: ${allowed?.join(', ')}.`,
		});
	}

	/** One choice. @param allowed what can be chosen */
	choice(value: unknown, label: string, allowed: readonly unknown[]): string | number | boolean {
		const found = allowed.find((entry) => entry === value || String(entry) === this.text(value, label));
		if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') return found;
		throw this.refuse({
			what: `${label} has no choice ${isMissing(value) ? '"nothing"' : described(value)}`,
			next: `Choose from the list: ${allowed.map(String).join(', ')}.`,
		});
	}

	/**
	 * A date and time as services take it, in UTC. One without a zone means the workflow's own.
	 *
	 * @param value ISO 8601 with at least a day, the e-mail form of RFC 2822, which some services give, or a date of an expression
	 * @returns for example `2026-11-22T10:00:00.000Z`
	 */
	time(value: unknown, label: string): string {
		const time = this.readTime(value);
		if (time?.isValid) return time.toJSDate().toISOString();
		throw this.refuse({
			what: `${label} must be a date and time, but it is ${isMissing(value) || value === '' ? 'empty' : described(value)}`,
			next: 'Choose it from the calendar, or write it like 2026-11-22T10:00:00Z.',
		});
	}

	/**
	 * A JSON object, given as text or as an object from an expression.
	 *
	 * @returns an empty object when nothing was entered
	 */
	json(value: unknown, label: string): IDataObject {
		const read = this.anyJson(value, label);
		if (read === undefined) return {};
		if (isRecord(read) && !isDateTime(read) && !(read instanceof Date)) return read;
		throw this.refuse({
			what: `${label} must be a JSON object`,
			next: 'Enter something like {"key": "value"}, or an expression that gives an object.',
		});
	}

	/** A JSON list, given as text or as a list from an expression. @returns an empty list when nothing was entered */
	jsonList(value: unknown, label: string): unknown[] {
		const read = this.anyJson(value, label);
		if (read === undefined) return [];
		if (Array.isArray(read)) return read;
		throw this.refuse({
			what: `${label} must be a JSON list`,
			next: 'Enter something like [{"key": "value"}], or an expression that gives a list.',
		});
	}

	/** Any JSON value, given as text or as the value itself; undefined when nothing was entered. */
	anyJson(value: unknown, label: string): unknown {
		if (isMissing(value)) return undefined;
		if (typeof value !== 'string') return this.exact(value, label);
		return value.trim() ? this.parse(value, label) : undefined;
	}

	/** A value without numbers that were rounded on the way. */
	private exact(value: unknown, label: string): unknown {
		if (!holdsSpoiled(value)) return value;
		throw this.doubted(label);
	}

	private parse(text: string, label: string): unknown {
		let value: unknown;
		try {
			value = JSON.parse(text);
		} catch {
			throw this.refuse({
				what: `${label} is not valid JSON`,
				next: 'Check quotes, commas and brackets; the field shows where it stops making sense.',
			});
		}
		const rounded = roundedNumber(text);
		if (rounded === undefined) return this.exact(value, label);
		throw this.refuse({
			what: `${label} holds the number ${rounded}, which has more digits than can be kept`,
			next: `Write it as text: "${rounded}".`,
		});
	}

	/** Which digits it had is not known any more. */
	private doubted(label: string): Error {
		return this.refuse({
			what: `${label} holds a number or date that is none, or a number that has more digits than can be kept`,
			next: 'Check the expression that makes it; write a long number as text.',
		});
	}

	private writtenNumber(value: number, label: string): string {
		const text = String(value);
		if (!holdsSpoiled(value) && !text.includes('e')) return text;
		throw this.doubted(label);
	}

	/** A text, unless it is what n8n writes for a date that is none. */
	private written(text: string, label: string): string {
		if (!holdsSpoiled(text)) return text;
		throw this.doubted(label);
	}

	private readTime(value: unknown): DateTime | undefined {
		if (value instanceof Date) return DateTime.fromJSDate(value);
		if (typeof value === 'object' && value !== null && isDateTime(value)) {
			return DateTime.fromISO(String(value.toISO()), { setZone: true });
		}
		if (typeof value !== 'string') return undefined;
		const text = value.trim();
		if (!ISO_DATE.test(text)) return /\d{4}/.test(text) ? DateTime.fromRFC2822(text) : undefined;
		return DateTime.fromISO(text.replace(' ', 'T').replace(/ (?=[+-]\d{2})/, ''), { zone: this.zone() });
	}
}
