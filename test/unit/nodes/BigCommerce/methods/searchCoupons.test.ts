import { searchCoupons } from '../../../../../nodes/BigCommerce/methods/listSearch';
import { loadOptionsFunctions } from '../../../support/contexts';
import { answering, ok } from '../../../support/serviceDouble';

const PROMOTIONS = [
	{ id: 60, name: 'Welcome back', codes: { id: 1, code: 'WELCOME' } },
	{ id: 62, name: 'Of many codes', codes: null },
	{ id: 63, name: 'Without any' },
];

const searching = async (filter?: string) => {
	const service = answering({ 'GET /v3/promotions': ok({ data: PROMOTIONS, meta: {} }) });
	const result = await searchCoupons.call(loadOptionsFunctions(service), filter);
	return { result, query: service.requests[0].query };
};

describe('searching coupons for the list', () => {
	it('shows the codes of those promotions that want one', async () => {
		const { result, query } = await searching();
		expect(result.results).toEqual([{ name: 'WELCOME', value: 'WELCOME' }]);
		expect(query).toEqual({ redemption_type: 'coupon', page: 1, limit: 50 });
	});

	it('lets the store look for what was typed among names and codes', async () => {
		expect((await searching(' welc ')).query).toMatchObject({ query: 'welc' });
	});
});
