import { rightFor } from '../../../../../nodes/BigCommerce/transport/eventScopes';
import { SCOPE_OPTIONS } from '../../../../../nodes/BigCommerce/trigger/scopes';
import { sourceOf } from '../../../../../nodes/BigCommerce/trigger/sources';

/** They tell of an app, of webhooks, or of an owner that only the event itself names. */
const OF_NOTHING = /^store\/(app|hook|metafield)\//;

const EVENTS = SCOPE_OPTIONS.map(({ value }) => String(value));

describe('what an API account needs to hear of an event', () => {
	it.each([
		['store/order/created', 'Orders', 'read-only'],
		['store/order/*', 'Orders', 'read-only'],
		['store/channel/2/order/statusUpdated', 'Orders', 'read-only'],
		['store/channel/{channel_id}/cart/lineItem/*', 'Carts', 'read-only'],
		['store/channel/*', 'Channel Settings', 'read-only'],
		['store/company/user/created', 'B2B Edition', 'modify'],
		['store/quote/statusUpdated', 'B2B Edition', 'modify'],
		['store/superadmin/assignmentUpdated', 'B2B Edition', 'modify'],
	])('%s: %s, %s', (event, scope, access) => {
		expect(rightFor(event)).toEqual({ scope, access });
	});

	it('is known for every event that the trigger offers, but where it depends on what the event names', () => {
		expect(EVENTS.length).toBeGreaterThan(100);
		expect(EVENTS.filter((event) => !rightFor(event) && !OF_NOTHING.test(event))).toEqual([]);
		expect(EVENTS.filter((event) => rightFor(event) && OF_NOTHING.test(event))).toEqual([]);
	});

	it('is that by which the object of the event is read again', () => {
		const read = EVENTS.flatMap((event) => {
			const source = sourceOf(event.replace(/\*$/, 'updated'));
			return source ? [{ event, scope: source.scope }] : [];
		});
		expect(read.length).toBeGreaterThan(80);
		expect(read.filter(({ event, scope }) => rightFor(event)?.scope !== scope)).toEqual([]);
	});
});
