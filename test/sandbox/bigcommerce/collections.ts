import { seedCollections } from './collection/seed';
import type { CollectionTable } from './collection/table';
import { customerAddresses } from './customers/addresses';
import { customerAttributes, customerAttributeValues } from './customers/attributes';
import { customers } from './customers/customers';
import { customerGroups } from './customers/groups';
import { CUSTOMER_SEEDS } from './customers/seed';

/** Every resource that is a table. */
export const COLLECTIONS: readonly CollectionTable[] = [
	customers,
	customerAddresses,
	customerAttributes,
	customerAttributeValues,
	customerGroups,
];

/** What they hold when the sandbox starts. */
export const initialCollections = () => seedCollections(COLLECTIONS, { ...CUSTOMER_SEEDS });
