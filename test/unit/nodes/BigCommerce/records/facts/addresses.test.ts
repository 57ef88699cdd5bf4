import type { IDataObject } from 'n8n-workflow';
import { ADDRESSES, type AddressSource } from '../../../../../../nodes/BigCommerce/records/facts/addresses';
import { factsOf } from '../../../../../../nodes/BigCommerce/records/facts/fact';
import { read } from '../../../../support/orders';

const HOME = {
	first_name: 'Ada',
	street_1: '1 Main Street',
	street_2: 'Flat 2',
	city: 'Austin',
	state: 'Texas',
	zip: '78701',
	country_iso2: 'US',
};

const facts = (
	shipping: IDataObject[],
	order: IDataObject = {},
	more: Partial<AddressSource> = { storeCountry: 'US' },
) =>
	factsOf(ADDRESSES, {
		order: read({ id: 1, geoip_country_iso2: 'US', billing_address: HOME, ...order }),
		shippingAddresses: shipping.map((address) => ({ ...HOME, shipping_method: 'Flat Rate', ...address })),
		...more,
	});

describe('addresses', () => {
	it('are the same where people write one place in two ways', () => {
		const written = { street_1: '1 MAIN street,', street_2: 'flat 2', city: ' austin', zip: '78 701' };
		const moved = { street_1: '1 Main Street Flat 2', street_2: '' };
		for (const same of [{}, written, moved, { state: 'TX' }, { first_name: 'Bob' }]) {
			expect(facts([same])).toMatchObject({ addressesDiffer: false, countriesDiffer: false });
		}
	});

	it.each<[string, IDataObject]>([
		['street', { street_1: '2 Main Street' }],
		['flat', { street_2: 'Flat 3' }],
		['city', { city: 'Dallas' }],
		['postal code', { zip: '78702' }],
		['country', { country_iso2: 'CA' }],
	])('differ by the %s', (_part, other) => {
		expect(facts([other])).toMatchObject({ addressesDiffer: true });
	});

	it('differ when one of several goes elsewhere', () => {
		expect(facts([{}, { zip: '10001' }])).toMatchObject({ addressesDiffer: true });
	});

	it('in other scripts are compared too', () => {
		const tokyo = { street_1: '千代田1-1', city: '東京', zip: '100-0001', country_iso2: 'JP' };
		expect(facts([{ ...tokyo, street_2: '' }], { billing_address: tokyo })).toMatchObject({
			addressesDiffer: false,
		});
		expect(
			facts([{ ...tokyo, street_1: '千代田1-2', street_2: '' }], { billing_address: tokyo }),
		).toMatchObject({
			addressesDiffer: true,
		});
	});

	it('of a digital order, which ships to nobody, do not differ', () => {
		expect(facts([])).toEqual({
			addressesDiffer: false,
			countriesDiffer: false,
			crossBorder: false,
			shippingMethods: '',
		});
	});

	it('that nobody filled in do not differ, and without a bill it is not known', () => {
		const empty = { street_1: '', street_2: '', city: '', zip: '', country_iso2: '' };
		expect(facts([empty])).toMatchObject({ addressesDiffer: false });
		expect(facts([{}], { billing_address: empty })).not.toHaveProperty('addressesDiffer');
	});
});

describe('countries', () => {
	it('differ by the IP address alone, and what is not known is left out', () => {
		expect(facts([{}], { geoip_country_iso2: 'BR' })).toMatchObject({
			countriesDiffer: true,
			addressesDiffer: false,
		});
		expect(facts([{}], { geoip_country_iso2: '' })).toMatchObject({ countriesDiffer: false });
		expect(facts([], { geoip_country_iso2: 'BR' })).toMatchObject({ countriesDiffer: true });
	});

	it('are compared without regard to letter case', () => {
		expect(facts([{ country_iso2: 'us' }])).toMatchObject({ countriesDiffer: false, crossBorder: false });
	});

	it('are crossed when something ships out of the store’s own', () => {
		expect(facts([{}, { country_iso2: 'CA' }])).toMatchObject({ crossBorder: true });
		expect(facts([{}], {}, { storeCountry: 'DE' })).toMatchObject({ crossBorder: true });
		expect(facts([{}], {}, {})).not.toHaveProperty('crossBorder');
	});
});

describe('shipping methods', () => {
	it('are one text, each once, so that it can be searched', () => {
		const methods = ['Flat Rate', 'Overnight Freight', 'Flat Rate', ''];
		const shipping = methods.map((shipping_method) => ({ shipping_method }));
		expect(facts(shipping)).toMatchObject({ shippingMethods: 'Flat Rate, Overnight Freight' });
	});
});
