import type { RecordOf } from '../../shared/record/given';
import * as is from '../../shared/shape';

/** A metafield as the store gives it (BigCommerce reference 5.2). */
export const metafield = {
	properties: {
		id: is.whole,
		permission_set: is.text,
		namespace: is.text,
		key: is.text,
		value: is.text,
		description: is.text,
		resource_type: is.text,
		/** A cart has a UUID (reference 2.4). */
		resource_id: is.either(is.whole, is.text),
		date_created: is.text,
		date_modified: is.text,
		owner_client_id: is.text,
	},
};

export type Metafield = RecordOf<typeof metafield>;
