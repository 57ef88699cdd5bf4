import { badRequest } from './errors';

/** The two spellings that the vendor's samples mix; a client must read both (reference 3.6, 9.3). */
export type DateStyle = 'Z' | '+0000';

/** Which resource writes which spelling. */
export const DATE_STYLES = {
	task: 'Z',
	comment: 'Z',
	processInstance: '+0000',
	historicProcessInstance: 'Z',
	historicTask: '+0000',
} as const satisfies Record<string, DateStyle>;

/** @param time milliseconds since 1970, or null */
export const formatTime = (time: number | null, style: DateStyle): string | null =>
	time === null ? null : new Date(time).toISOString().replace(/Z$/, style);

const ISO_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)$/;

/** Milliseconds since 1970, or undefined when the text is no ISO 8601 time with a zone. */
export function readTime(text: string): number | undefined {
	const match = ISO_TIME.exec(text);
	if (match === null) return undefined;
	const [, local, zone] = match;
	const time = Date.parse(local + zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2'));
	return Number.isNaN(time) ? undefined : time;
}

/**
 * Reads a date-time of a query or body. A raw `+` of a query arrives as a blank and is refused (reference 3.6).
 * @throws ServiceError 400 when it cannot be read
 */
export function parseTime(text: string, name: string): number {
	const time = readTime(text);
	if (time === undefined) throw badRequest(`The value '${text}' of '${name}' is not a date-time.`);
	return time;
}
