import { bigCommerce } from './bigCommerce';
import type { Service } from './service';
import { workflow } from './workflow';

/** The decision nodes speak to the store and to the service in which people decide, each held against its own description. */
export const decision: Service = {
	name: [bigCommerce.name, workflow.name].flat(),
	faults: (exchanges) =>
		[bigCommerce, workflow].flatMap(
			({ name, faults }) =>
				faults?.(exchanges.filter(({ service }) => [name].flat().some((one) => one === service))) ?? [],
		),
	limited: (world, scopes) => {
		const all = world.credentials('openTextDecision');
		const store = bigCommerce.limited?.(world, scopes);
		const accessToken = store?.bigCommerceApi.accessToken ?? '';
		// One API account opens both halves of a store (BigCommerce reference 1.4).
		return { ...all, ...store, bigCommerceB2bApi: { ...all.bigCommerceB2bApi, accessToken } };
	},
};
