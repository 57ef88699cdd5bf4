import type { IWebhookFunctions } from 'n8n-workflow';
import { Deliveries, triggerKey, type Taken } from '../../shared/deliveries';
import { fingerprint } from '../../shared/fingerprint';
import { RecentMemory } from '../../shared/recentMemory';
import { singleData, type Delivery } from './delivery';
import { covering } from './scopes';

/** BigCommerce repeats a delivery for up to 48 hours (reference 12.6). */
const DELIVERY_LIFE_MS = 48 * 3_600_000;

/** What came of one fact: which messages told it by which spelling of its scope, and how each telling ended. */
interface Fact {
	messages: Map<string, Set<string>>;
	tellings: Array<Promise<boolean>>;
}

const told = new Deliveries(DELIVERY_LIFE_MS);

const facts = new RecentMemory<Fact>(DELIVERY_LIFE_MS);

const withoutChannel = (scope: string): string =>
	scope.replace(/^store\/channel\/\d+\/order\//, 'store/order/');

/** Events that are told both for the whole store and for a channel, the second time with nothing but the order's id (reference 12.3 and 12.4). */
const TOLD_TWICE =
	/^store\/order\/(created|updated|archived|statusUpdated|message\/created|refund\/created)$/;

/** The delivery's `webhook-id`, and whether its signature was verified. */
export interface MessageId {
	value: string | undefined;
	signed: boolean;
}

/**
 * What makes a message the same one. The signed `webhook-id` stays the same when it is sent again; the body is weaker: two real changes of one object within a second
 * look alike (reference 12.2), and without a time two of any day do, whatever their hash. An id that is not signed counts only there.
 *
 * @returns undefined when nothing tells a repeat from another event that looks alike
 */
function messageOf({ scope, data, hash, occurredAt }: Delivery, id: MessageId): string | undefined {
	if (id.signed && id.value) return id.value;
	if (occurredAt !== undefined) return fingerprint({ scope, data, hash, occurredAt });
	return id.value ? fingerprint({ scope, data, hash, id: id.value }) : undefined;
}

/** What makes two messages tell the same fact: the event, whichever way its scope is spelled, its object and its second. */
function factOf(delivery: Delivery): string {
	const event = withoutChannel(delivery.scope);
	const { id, order_id: orderId } = singleData(delivery);
	const object = id ?? orderId;
	const about = TOLD_TWICE.test(event) && object !== undefined ? String(object) : delivery.data;
	return fingerprint({ event, about, at: delivery.occurredAt });
}

/** How many messages of this spelling one fact makes: one for each hook whose scope covers it. Without ids those messages look alike, and without a time nobody knows which belong together. */
const copiesOf = ({ scope, occurredAt }: Delivery, scopes: readonly string[], id: MessageId): number =>
	id.signed && occurredAt !== undefined ? Math.max(covering(scope, scopes), 1) : 1;

/**
 * Takes a delivery on, or recognises that it tells nothing new: a message that was sent again, or one more message about a fact that another hook of this trigger told
 * already. Of one fact every hook sends one message, so a fact is told again when its messages outnumber the hooks: then it happened twice within a second. What could not
 * be handled is forgotten, so that the sender's next try is not dropped.
 *
 * @param scopes as chosen
 */
export function takeOn(
	functions: IWebhookFunctions,
	delivery: Delivery,
	scopes: readonly string[],
	messageId: MessageId,
): Taken {
	const message = messageOf(delivery, messageId);
	if (message === undefined) return { settle: () => {} };
	const trigger = triggerKey(functions);
	const taken = told.takeOn(`${trigger}:${message}`);
	if ('repeatOf' in taken) return taken;
	const factKey = `${trigger}:${factOf(delivery)}`;
	const fact: Fact = facts.get(factKey) ?? { messages: new Map(), tellings: [] };
	facts.set(factKey, fact);
	const messages = fact.messages.get(delivery.scope) ?? new Set<string>();
	fact.messages.set(delivery.scope, messages.add(message));
	const happened = Math.ceil(messages.size / copiesOf(delivery, scopes, messageId));
	const settle = (handled: boolean) => {
		if (!handled) messages.delete(message);
		taken.settle(handled);
	};
	const earlier = fact.tellings.at(happened - 1);
	if (earlier) {
		void earlier.then(settle);
		return { repeatOf: earlier };
	}
	fact.tellings.push(taken.ends);
	return {
		settle: (handled) => {
			if (!handled) fact.tellings.splice(fact.tellings.indexOf(taken.ends), 1);
			settle(handled);
		},
	};
}

/** Counts that a delivery could not be handled. @returns how often that was so, this time included */
export function countFailure(functions: IWebhookFunctions, delivery: Delivery, messageId: MessageId): number {
	const { scope, data } = delivery;
	const message = messageOf(delivery, messageId) ?? fingerprint({ scope, data });
	return told.noteFailure(`${triggerKey(functions)}:${message}`);
}
