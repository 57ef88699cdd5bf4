import * as is from '../../../shared/shape';
import type { B2bList } from './b2bRecord';
import { company } from './company';

/** How a company may pay (BigCommerce reference 13.3). */
export const companyPaymentMethod = {
	words: 'payment methods',
	path: '/companies/{id}/payments',
	idField: 'paymentId',
	isUnpaged: true,
	below: company,
	properties: { paymentId: is.whole, code: is.text, paymentTitle: is.text, isEnabled: is.flag },
	filters: {},
} satisfies B2bList;
