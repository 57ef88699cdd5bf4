import type { Subject } from '../transport/storeErrors';
import { sourceOf } from './sources';

/** Events of B2B Edition; who registers them must be allowed to change (BigCommerce reference 12.5). */
const B2B_EVENT = /^store\/(company|superadmin|quote)\//;

/** What every event of an object is about, whichever it is. */
const anyEvent = (scope: string): string => scope.replace(/\/(\*|deleted)$/, '/updated');

/** What an API account needs for the webhook of a scope: a webhook is of use only to who may read what it tells of (BigCommerce reference 1.3). */
export function rightsFor(scope: string): Pick<Subject, 'access' | 'scope'> {
	if (B2B_EVENT.test(scope)) return { scope: 'B2B Edition', access: 'modify' };
	const source = sourceOf(anyEvent(scope));
	return source ? { scope: source.scope, access: 'read-only' } : {};
}
