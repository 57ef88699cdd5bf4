import { randomBytes } from 'node:crypto';

/** 100-nanosecond intervals between 1582-10-15 and 1970-01-01 (RFC 9562, 5.1). */
const GREGORIAN_OFFSET = 122_192_928_000_000_000n;

const node = randomBytes(6).toString('hex');
const sequence = ((randomBytes(2).readUInt16BE() & 0x3fff) | 0x8000).toString(16);

let lastTicks = 0n;

/**
 * A time-based UUID (version 1), the kind of id that the service uses (reference 3.4). Every call gives another one.
 * @param now milliseconds since 1970
 */
export function timeUuid(now: number): string {
	const ticks = BigInt(now) * 10_000n + GREGORIAN_OFFSET;
	lastTicks = ticks > lastTicks ? ticks : lastTicks + 1n;
	const hex = lastTicks.toString(16).padStart(15, '0');
	return `${hex.slice(7)}-${hex.slice(3, 7)}-1${hex.slice(0, 3)}-${sequence}-${node}`;
}
