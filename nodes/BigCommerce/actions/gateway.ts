import { NodeApiError, type INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../shared/itemRun';
import { pause } from '../../shared/wait';
import type { Standing } from '../records/gateway';

const SECONDS = 30;

/** An option of everything that a payment provider carries out after the store has taken it. */
export const GATEWAY_WAIT: INodeProperties = {
	displayName: 'Wait for the Gateway (Seconds)',
	name: 'gatewaySeconds',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 600 },
	default: 30,
	description:
		'How long to wait for the answer of the payment provider; without one by then the status is pending',
};

/** How long an item waits, in ms. @param options as `ItemRun.fields` read them */
export const gatewayWaitMs = ({ gatewaySeconds }: { gatewaySeconds?: unknown }): number =>
	Number(gatewaySeconds ?? SECONDS) * 1_000;

/** Pauses before each look, in ms; the last one again and again. */
const LOOK_AFTER_MS = [1_000, 2_000, 3_000, 5_000, 10_000] as const;

/** What was seen last, and where it stands. */
export interface Seen<What> {
	what: What;
	status: Standing;
}

/**
 * Waits for the payment provider, which answers after the store has taken something (BigCommerce reference 4.1, 4.4). Nothing is sent again: it is only looked. A look that the store
 * does not answer says nothing, for what was taken is not undone by it.
 *
 * @param first what the store answered
 * @param look reads it anew
 * @param waitMs how long at most, in ms
 * @returns what was seen last: pending when the provider has not answered by then
 * @throws NodeOperationError when the execution is cancelled meanwhile
 */
export async function awaitGateway<What>(
	run: ItemRun,
	first: Seen<What>,
	look: () => Promise<Seen<What>>,
	waitMs: number,
): Promise<Seen<What>> {
	const until = Date.now() + waitMs;
	let seen = first;
	for (let turn = 0; seen.status === 'pending'; turn += 1) {
		const wait = LOOK_AFTER_MS[Math.min(turn, LOOK_AFTER_MS.length - 1)];
		const rest = until - Date.now();
		if (rest <= 0) return seen;
		await pause(run.functions, Math.min(wait, rest));
		seen = (await look().catch(unanswered)) ?? seen;
	}
	return seen;
}

const unanswered = async (error: unknown): Promise<undefined> =>
	error instanceof NodeApiError ? undefined : await Promise.reject(error);
