import type { SandboxContext } from '../../core/context';
import { invalidData } from '../errors';
import type { Hook } from '../state';
import type { Switches } from '../switches';

/** Tells that deliveries to another hook fail (BigCommerce reference 12.6). */
export const EXCEPTION_SCOPE = 'store/hook/deliveryException';

/** Codes of reference 12.6; 90003, a blocked domain, is never sent: the sandbox blocks none. */
const MESSAGES = {
	90001: 'The delivery failed and will be repeated',
	90002: 'The repetitions are used up and the webhook is switched off',
};

export type ExceptionCode = keyof typeof MESSAGES;

/** What is repeated is told at most once in this time for each destination, in ms. */
const EVERY_MS = 600_000;

/** Which exceptions are told, and when. */
export class Exceptions {
	private readonly toldAt = new Map<string, number>();

	constructor(private readonly context: SandboxContext) {}

	/** The event that tells it; undefined where it was told short ago, or would tell of itself. */
	of(hook: Hook, code: ExceptionCode): Record<string, unknown> | undefined {
		if (hook.scope === EXCEPTION_SCOPE) return undefined;
		const now = this.context.clock.now();
		const last = this.toldAt.get(hook.destination) ?? Number.NEGATIVE_INFINITY;
		if (code === 90001 && now - last < EVERY_MS) return undefined;
		this.toldAt.set(hook.destination, now);
		return { type: 'webhook', id: hook.id, error_code: code, message: MESSAGES[code] };
	}
}

/** One hook for exceptions a store and client, with an address of its own. @throws ApiError 422 */
export function checkException(
	{ scope, destination }: Pick<Hook, 'scope' | 'destination'>,
	others: readonly Hook[],
	{ exceptionHookApart }: Switches,
): void {
	if (!exceptionHookApart) return;
	const exceptions = others.filter((hook) => hook.scope === EXCEPTION_SCOPE);
	const rivals = scope === EXCEPTION_SCOPE ? others : exceptions;
	if (scope === EXCEPTION_SCOPE && exceptions.length > 0) {
		throw invalidData({ scope: 'only one webhook for delivery exceptions is allowed' });
	}
	if (rivals.some((hook) => hook.destination === destination)) {
		throw invalidData({ destination: 'the webhook for delivery exceptions must have an address of its own' });
	}
}
