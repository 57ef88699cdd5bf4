import { addresses } from './addresses';
import { companies } from './companies';
import { quotes } from './quotes';
import type { B2bTable } from './table';
import { users } from './users';

/** Every resource of B2B Edition that is a table. */
export const B2B_COLLECTIONS: readonly B2bTable[] = [companies, users, addresses, quotes];
