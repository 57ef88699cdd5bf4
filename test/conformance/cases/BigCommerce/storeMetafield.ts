import omit from 'lodash/omit';
import { STORE_ID } from '../../../sandbox/core/fixtures';
import { MANY, NO_LIMIT, NOBODY } from '../../support/operationCase';
import { casesOf } from './metafield';

/** There is one store, and its list is that of all. */
export const cases = omit(
	casesOf({
		resource: 'storeMetafield',
		one: 'store',
		owner: async () => await Promise.resolve({}),
		key: (nth) => `approval-${nth}`,
		resourceId: () => STORE_ID,
		noOwner: { wrong: { key: 'x'.repeat(65) }, refusal: /^Key has 65 characters, but at most 64 fit$/ },
		noMetafield: {
			wrong: { metafieldId: String(NOBODY) },
			refusal: /^BigCommerce knows no metafield \d+ of the store in this store$/,
		},
		noList: { wrong: MANY, refusal: NO_LIMIT },
	}),
	'getAllOfStore',
);
