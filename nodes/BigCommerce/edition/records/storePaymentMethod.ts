import * as is from '../../../shared/shape';
import type { B2bList } from './b2bRecord';

/** How people may pay in the store at all: of these a company has some (BigCommerce reference 13.3). */
export const storePaymentMethod = {
	words: 'payment methods of the store',
	path: '/payments',
	isUnpaged: true,
	properties: { id: is.whole, paymentCode: is.text, paymentTitle: is.text },
	filters: {},
} satisfies B2bList;
