/** Text that a service's record tells, a number as its digits; null for anything else, which tells nothing. */
export const toldText = (value: unknown): string | null => {
	if (typeof value === 'string') return value;
	return typeof value === 'number' ? String(value) : null;
};

/** The same of a number, a yes or no, and a list. */
export const toldNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);
export const toldFlag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
export const toldList = (value: unknown): unknown[] | null => (Array.isArray(value) ? value : null);
