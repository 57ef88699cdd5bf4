import type { FastifyInstance, FastifyRequest } from 'fastify';
import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';
import { z } from 'zod';

import type { StateFile } from '../../core/stateFile';
import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { bodyOf, idOf } from '../request';
import { notFound } from '../errors';
import type { BigCommerceState } from '../state';

const PRIVACY = { ask_shopper_for_tracking_consent: z.boolean(), policy_url: z.string() };

const GROUP = z.number().int().min(0);

const GROUPS = { default_customer_group_id: GROUP, guest_customer_group_id: GROUP };

const ofStore = z
	.object({
		privacy_settings: z.object(PRIVACY).partial().strict(),
		customer_group_settings: z.object(GROUPS).partial().strict(),
	})
	.partial()
	.strict();

/** "Setting `null` will delete override per given channel" (description of `updateCustomersSettingsChannel`). */
const ofChannel = z
	.object({
		privacy_settings: z
			.object({
				ask_shopper_for_tracking_consent: PRIVACY.ask_shopper_for_tracking_consent.nullable(),
				policy_url: PRIVACY.policy_url.nullable(),
			})
			.partial()
			.strict(),
		customer_group_settings: z
			.object({ default_customer_group_id: GROUP.nullable(), guest_customer_group_id: GROUP.nullable() })
			.partial()
			.strict(),
		allow_global_logins: z.boolean(),
	})
	.partial()
	.strict();

export type StoredCustomerSettings = z.output<typeof ofChannel>;

const START: StoredCustomerSettings = {
	privacy_settings: { ask_shopper_for_tracking_consent: false, policy_url: '' },
	customer_group_settings: { default_customer_group_id: 0, guest_customer_group_id: 0 },
};

/**
 * BigCommerce reference 6.6. A change replaces the parts that it names. What a channel takes from the store is left out here: the text shows it as null, which the described
 * properties do not take. The description of the answer to a channel's change knows no `allow_global_logins`.
 */
export function registerCustomerSettings(
	app: FastifyInstance,
	state: StateFile<BigCommerceState>,
	book: CollectionBook,
): void {
	const kept = () => (state.data.customerSettings ??= {});

	const keyOf = (request: FastifyRequest, isChannel: boolean): string => {
		accountOf(request, 'store_v2_customers');
		if (!isChannel) return 'store';
		const id = idOf(request, 'channelId');
		if (!book.exists('channels', id)) throw notFound();
		return String(id);
	};

	const settingsAt = (key: string): StoredCustomerSettings => {
		const { privacy_settings: privacy, customer_group_settings: groups, ...more } = kept()[key] ?? {};
		const start = key === 'store' ? START : {};
		const withoutNull = (part: object) => omitBy(part, (value) => value === null);
		return {
			...more,
			privacy_settings: withoutNull({ ...start.privacy_settings, ...privacy }),
			customer_group_settings: withoutNull({ ...start.customer_group_settings, ...groups }),
		};
	};

	for (const isChannel of [false, true]) {
		const path = `/customers/settings${isChannel ? '/channels/:channelId' : ''}`;
		app.get(path, async (request) => ({ data: settingsAt(keyOf(request, isChannel)), meta: {} }));
		app.put(path, async (request) => {
			const key = keyOf(request, isChannel);
			const data = bodyOf(isChannel ? ofChannel : ofStore, request.body);
			kept()[key] = { ...kept()[key], ...data };
			state.save();
			return { data: omit(settingsAt(key), 'allow_global_logins'), meta: {} };
		});
	}
}
