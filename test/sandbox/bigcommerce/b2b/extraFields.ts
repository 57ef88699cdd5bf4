import type { FastifyInstance } from 'fastify';

import { queryOf } from '../request';
import { good, pageOf } from './envelope';

/** Of which records the merchant can make fields, by path (BigCommerce reference 13.2 to 13.7). */
const OWNERS = ['/addresses', '/companies', '/users', '/ip/invoices', '/orders', '/rfq'];

const NAMES = ['Tax ID', 'Cost Centre', 'Department'];

const fields = NAMES.map((fieldName, index) => ({
	id: 9798 + index,
	fieldName,
	fieldType: 0,
	isRequired: false,
	isUnique: false,
	visibleToEnduser: true,
	configType: 2,
	defaultValue: '',
}));

/** The fields are made in the control panel, so they are the same for everything here, and only read. */
export function registerExtraFields(app: FastifyInstance): void {
	for (const owner of OWNERS) {
		app.get(`${owner}/extra-fields`, async (request) => {
			const { rows, pagination } = pageOf(fields, queryOf(request));
			return good(rows, { pagination });
		});
	}
}
