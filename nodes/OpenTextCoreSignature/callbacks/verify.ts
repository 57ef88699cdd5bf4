import { isRecord } from '../../shared/isRecord';
import { deriveSecret, sameSecret } from '../../shared/secrets';
import { INFERRED } from '../transport/inferred';

const written = (value: unknown): string | undefined =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/**
 * Whether a callback carries the right `event_hash`: hex HMAC-SHA256 of `event_time` and `event_type` (reference 6.4). It covers neither the body nor the event's
 * id, so it never stands alone.
 *
 * @param key the credential's callback secret
 * @param body of the callback, as it came
 */
export function isHashedBy(key: string, body: unknown): boolean {
	if (!isRecord(body)) return false;
	const [time, eventType] = [written(body.event_time), written(body.event_type)];
	if (time === undefined || eventType === undefined) return false;
	return sameSecret(body.event_hash, deriveSecret(key, INFERRED.eventHash(time, eventType)));
}
