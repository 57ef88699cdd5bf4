import { addresses } from './addresses';
import { attachments } from './attachments';
import { companies } from './companies';
import { invoices } from './invoices';
import { b2bOrders } from './orders';
import { quoteCarts } from './quoteCarts';
import { quotes } from './quotes';
import { salesStaff } from './salesStaff';
import type { B2bTable } from './table';
import { users } from './users';

/** Kept as the others are, with calls of their own. */
const OTHERS: readonly B2bTable[] = [attachments, quoteCarts];

/** Every resource of B2B Edition that is a table. */
export const B2B_COLLECTIONS: readonly B2bTable[] = [
	companies,
	users,
	addresses,
	quotes,
	invoices,
	b2bOrders,
	salesStaff,
];

/** All that is kept of B2B Edition. */
export const B2B_KEPT: readonly B2bTable[] = [...B2B_COLLECTIONS, ...OTHERS];
