import type { FastifyInstance } from 'fastify';
import omit from 'lodash/omit';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import type { Values } from '../collection/record';
import { queryOf } from '../request';
import { pageByNumber } from '../v3Paging';
import { FORM_FIELDS, withOwner } from './formFields';

/** Of what kind the fields of the store are. */
const TYPES: Readonly<Record<(typeof FORM_FIELDS)[number], string>> = {
	'Shirt size': 'picklist',
	Interests: 'checkboxes',
	Employees: 'numbers',
};

const typeOf = (name: unknown) => new Map<unknown, string>(Object.entries(TYPES)).get(name);

/** By query parameter (BigCommerce reference 6.4). */
const FILTERS: Readonly<Record<string, (value: Values, wanted: string) => boolean>> = {
	customer_id: ({ customer_id: id }, wanted) => id === Number(wanted),
	address_id: ({ address_id: id }, wanted) => id === Number(wanted),
	field_name: ({ name }, wanted) => name === wanted,
	field_type: ({ name }, wanted) => typeOf(name) === wanted,
};

/** The values of all customers and addresses; they are written through those. */
export function registerFormFieldValues(app: FastifyInstance, book: CollectionBook): void {
	app.get('/customers/form-field-values', async (request) => {
		accountOf(request, 'store_v2_customers');
		const query = queryOf(request);
		const of = (collection: string, owner: string) =>
			book.records(collection).flatMap(({ id, values }) => withOwner(values.form_fields, { [owner]: id }));
		const found = [...of('customers', 'customer_id'), ...of('customerAddresses', 'address_id')].filter(
			(value) => Object.entries(FILTERS).every(([name, fits]) => !query[name] || fits(value, query[name])),
		);
		const { data, meta } = pageByNumber(found, query);
		return { data, meta: { pagination: omit(meta.pagination, 'links') } };
	});
}
