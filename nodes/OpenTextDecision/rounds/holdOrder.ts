import type { ItemRun } from '../../shared/itemRun';
import { changeOrderIf } from '../../BigCommerce/records/changeOrder';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { setCheckout } from '../../BigCommerce/edition/records/quoteCheckout';
import type { ObjectType } from '../records/objects';
import { HOLD_STATUS, leftForGood } from '../records/order';
import type { Services } from '../transport/Services';

/** How much of the details stands in a staff note, in characters. */
const NOTE_LENGTH = 300;

/** What a note says of the question: enough to know it again. */
const inShort = (details: StoredRound['record']['question']['details']): string => {
	const text = details.map(({ name, value }) => `${name}: ${String(value)}`).join(', ');
	return text.length > NOTE_LENGTH ? `${text.slice(0, NOTE_LENGTH)}…` : text;
};

/**
 * Lets an object wait: a quote without checkout, an order in its status. Repeated, it changes nothing.
 *
 * @returns why an order cannot wait any more, in which case nothing was changed: somebody shipped or cancelled it since it was judged
 */
export async function holdObject(
	run: ItemRun,
	services: Services,
	{ waits }: Pick<ObjectType, 'waits'>,
	round: StoredRound,
): Promise<string | undefined> {
	if (waits !== 'checkout') return await holdOrder(run, services, round);
	await setCheckout(services.b2b, Number(round.key.objectId), false);
	return undefined;
}

/** Puts an order on hold with a note that says why. */
async function holdOrder(
	run: ItemRun,
	{ store }: Services,
	{ key, record }: StoredRound,
): Promise<string | undefined> {
	const { name, details } = record.question;
	let left: string | undefined;
	await changeOrderIf(
		store,
		Number(key.objectId),
		{
			values: { status_id: HOLD_STATUS },
			note: [`${name}: on hold, round ${key.round}.`, inShort(details)].filter(Boolean).join(' '),
			workflowId: run.functions.getWorkflow().id,
		},
		(current) => {
			left = leftForGood(current);
			return left === undefined;
		},
	);
	return left;
}
