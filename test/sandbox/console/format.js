const UNITS = [
	['day', 86_400_000],
	['hour', 3_600_000],
	['minute', 60_000],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** "3 hours ago", "in 2 days"; both times in milliseconds since 1970. */
export function ago(time, now) {
	const distance = time - now;
	const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? [];
	return unit === undefined ? 'just now' : relative.format(Math.round(distance / size), unit);
}

export const clockTime = (time) =>
	new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(time);

export function money(amount, currency) {
	try {
		return new Intl.NumberFormat('en', { style: 'currency', currency }).format(Number(amount));
	} catch {
		return `${amount} ${currency}`;
	}
}

/** `moreInformation` as "More information". */
export function words(name) {
	const spaced = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
	return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** The order number inside a link key such as sandbox1:order:100:risk:1, or undefined. */
export const orderOf = (businessKey) => /^[^:]+:order:(\d+):/.exec(businessKey ?? '')?.[1];
