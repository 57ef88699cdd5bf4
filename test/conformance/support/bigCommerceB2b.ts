import { scopedToken } from '../../sandbox/bigcommerce/access';
import { specsFor } from '../../contract';
import { faultsWith, type Service } from './service';

const specs = specsFor('every operation of the BigCommerce B2B node');

/** There is one scope for all of it (BigCommerce reference 1.3). */
export const bigCommerceB2b: Service = {
	name: 'bigcommerce',
	queries: /^POST .*\/pdf-export$/,
	...(specs && { faults: faultsWith(specs) }),
	limited: (world, scopes) => ({
		bigCommerceB2bApi: {
			...world.credentials('bigCommerceB2b').bigCommerceB2bApi,
			accessToken: scopedToken(scopes.map(({ access }) => ['b2b_edition', access])),
		},
	}),
};
