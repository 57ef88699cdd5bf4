import { fieldsIn } from '../../shared/record/given';
import * as is from '../../shared/shape';
import { v2Record } from './dialect';
import type { StoreClient } from './StoreClient';

/** What a store says of itself, as far as it is used (BigCommerce reference 11.1). */
const PROFILE = {
	/** The currency that it counts in, ISO 4217. */
	currency: is.text,
	/** Where it is, ISO 3166-1 alpha-2. */
	country_code: is.text,
	/** The channel in which it sells by itself. */
	default_channel_id: is.whole,
};

export type StoreProfile = is.FieldsOf<typeof PROFILE>;

/** @throws NodeApiError when the store does not answer, or the account may not read it */
export async function readStoreProfile(client: StoreClient): Promise<StoreProfile> {
	const subject = {
		name: 'the profile of the store',
		scope: 'Information & Settings',
		onlyRead: true,
	} as const;
	return fieldsIn(PROFILE, await client.get({ path: '/v2/store', subject, gives: v2Record() }));
}
