import { createHash } from 'crypto';
import { canonical } from './canonical';

/**
 * Tells whether two JSON values are the same, whatever the order of their keys.
 *
 * @param value any JSON value
 * @returns SHA-256, 64 hexadecimal characters
 */
export const fingerprint = (value: unknown): string =>
	createHash('sha256').update(canonical(value)).digest('hex');
