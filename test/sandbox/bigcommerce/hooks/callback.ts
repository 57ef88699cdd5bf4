import { createHash } from 'node:crypto';

import omit from 'lodash/omit';

import { STORE_HASH, STORE_ID } from '../../core/fixtures';
import type { Switches } from '../switches';

/** Whether a hook's scope covers an event; `store/order/*` covers everything below `store/order/`. */
export const covers = (hookScope: string, scope: string): boolean =>
	hookScope === scope || (hookScope.endsWith('/*') && scope.startsWith(hookScope.slice(0, -1)));

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

/** The text of a callback: BigCommerce reference 12.2. @param createdAt sandbox time in ms */
export function callbackBody(
	scope: string,
	whole: Record<string, unknown>,
	createdAt: number,
	{ hashCovers, wholeCallbacks }: Switches,
): string {
	const data = wholeCallbacks ? whole : omit(whole, 'status');
	const payload = {
		scope,
		store_id: STORE_ID,
		data,
		...(wholeCallbacks && { created_at: Math.floor(createdAt / 1000) }),
		producer: `stores/${STORE_HASH}`,
	};
	const hash = sha1(JSON.stringify(hashCovers === 'data' ? data : payload));
	return JSON.stringify({ ...payload, hash });
}
