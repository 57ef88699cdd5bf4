import { flag, object, text, whole } from '../../shared/shape';

/** BigCommerce reference 5.2. */
export const METAFIELD = object({
	id: whole,
	permission_set: text,
	namespace: text,
	key: text,
	value: text,
	description: text,
	resource_type: text,
	resource_id: whole,
	date_created: text,
	date_modified: text,
	owner_client_id: text,
});

export const REMOVED = object({ id: whole, deleted: flag });
