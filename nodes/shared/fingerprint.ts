import { createHash } from 'crypto';

const ordered = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(ordered);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, entry]) => [key, ordered(entry)]),
	);
};

/**
 * Tells whether two JSON values are the same, whatever the order of their keys.
 *
 * @param value any JSON value
 * @returns SHA-256, 64 hexadecimal characters
 */
export const fingerprint = (value: unknown): string =>
	createHash('sha256')
		.update(JSON.stringify(ordered(value)) ?? '')
		.digest('hex');
