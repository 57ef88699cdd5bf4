import { deriveSecret, sameSecret } from '../../shared/secrets';
import { INFERRED } from '../transport/inferred';
import type { Callback } from './callback';

/**
 * Whether a callback carries the right `event_hash`: hex HMAC-SHA256 of `event_time` and `event_type` (reference 6.4). It covers neither the body nor the event's
 * id, so it never stands alone.
 *
 * @param key the credential's callback secret
 */
export const isHashedBy = (
	key: string,
	{
		event_time: time,
		event_type: eventType,
		event_hash: hash,
	}: Pick<Callback, 'event_time' | 'event_type' | 'event_hash'>,
): boolean => time !== undefined && sameSecret(hash, deriveSecret(key, INFERRED.eventHash(time, eventType)));
