import { operationError } from '../../../../shared/errorText';
import { fieldsIn, type Given } from '../../../../shared/record/given';
import { whole } from '../../../../shared/shape';
import { ON_CUSTOMER, type Carrier } from '../../../transport/carriers';
import type { Owner } from '../../../transport/owners';
import type { StoreClient } from '../../../transport/StoreClient';
import type { B2bClient } from '../../transport/B2bClient';
import { companyUser } from '../companyUser';
import { quote } from '../quote';
import { readRecord } from './readRecord';

/** Both halves of one store, which companies and quotes need: the edition knows them, the store keeps what was decided about them. */
export interface BothHalves {
	store: StoreClient;
	b2b: B2bClient;
}

/** People of B2B Edition whom the store has as customers, in the order in which they were made. */
async function customersOf(b2b: B2bClient, query: Record<string, string | number>): Promise<string[]> {
	const rows = await b2b.list({
		path: companyUser.path,
		query,
		subject: `the list of ${companyUser.words}`,
	});
	return rows
		.map((row) => fieldsIn(companyUser.properties, row))
		.sort((one, other) => Number(one.id) - Number(other.id))
		.flatMap(({ customerId }) => (customerId ? [String(customerId)] : []));
}

/** The one role that manages a company (BigCommerce reference 13.4). */
const ADMIN = 0;

/** Where all of them were removed, which is allowed, anybody else of the company. */
async function administratorsOf(b2b: B2bClient, companyId: string | number): Promise<string[]> {
	const found = await customersOf(b2b, { companyId, roles: ADMIN });
	return found.length ? found : await customersOf(b2b, { companyId });
}

/** The buyer of a quote by its address, else whoever manages its company (BigCommerce reference 13.6). */
async function buyersOf({ store, b2b }: BothHalves, given: Given): Promise<string[]> {
	const { contactInfo, companyInfo } = fieldsIn(quote.properties, given);
	const { email } = contactInfo ?? {};
	const { companyId } = companyInfo ?? {};
	const users = email ? await customersOf(b2b, { email }) : [];
	if (users.length) return users;
	const managers = companyId ? await administratorsOf(b2b, companyId) : [];
	if (managers.length || !email) return managers;
	const subject = { name: 'the list of customers', scope: 'Customers' } as const;
	const customers = await store.list({ path: '/v3/customers', query: { 'email:in': email }, subject });
	return customers.flatMap((row) => fieldsIn({ id: whole }, row).id ?? []).map(String);
}

/** @throws NodeOperationError when there is no such customer */
function owner({ store }: BothHalves, [id]: string[], what: string): Owner {
	if (id !== undefined) return { type: ON_CUSTOMER.type, id };
	throw operationError(store.functions.getNode(), {
		what: `${what} is no customer of the store, on whom the record of the question could stand`,
		next: 'Give it one in B2B Edition who can sign in, and run again.',
	});
}

/** A company stands on the customer of its administrator. */
export const onAdministrator: Carrier<BothHalves> = {
	...ON_CUSTOMER,
	of: async (halves, id) =>
		owner(halves, await administratorsOf(halves.b2b, id), `The administrator of company ${id}`),
};

/** A quote stands on the customer of its buyer. */
export const onBuyer: Carrier<BothHalves> = {
	...ON_CUSTOMER,
	of: async (halves, id) =>
		owner(
			halves,
			await buyersOf(halves, await readRecord(halves.b2b, quote, id)),
			`The buyer of quote ${id}`,
		),
};
