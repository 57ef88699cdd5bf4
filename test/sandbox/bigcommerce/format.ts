/** Money as V2 shows it: a string with four decimals (BigCommerce reference 2.4). */
export const money = (amount: number): string => amount.toFixed(4);

/** A V2 date: RFC-2822 in UTC with a resolution of one second. @param ms sandbox time */
export const rfc2822 = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000');

/** A V3 date: ISO-8601 in UTC with a resolution of one second. @param ms sandbox time */
export const iso8601 = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}+00:00`;

export const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** A time without a zone is UTC (metafield filters allow `2019-09-04T00:00:00` and `2019-09-04`). */
const BARE_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

/** Time of an RFC-2822 or ISO-8601 date in ms; undefined when it is neither. */
export const parseDate = (text: string): number | undefined => {
	const bare = BARE_TIME.test(text) && text.includes('T');
	const ms = Date.parse(bare ? `${text}Z` : text);
	return Number.isNaN(ms) ? undefined : ms;
};
