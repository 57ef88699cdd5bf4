import { fieldsIn, type Given } from '../../../shared/record/given';
import * as is from '../../../shared/shape';
import type { Order } from '../order';
import type { Facts } from './fact';

export interface AddressSource {
	order: Order;
	/** As the store gives them; none of a digital order, or one that is collected. */
	shippingAddresses: readonly Given[];
	/** Where the store is, ISO 3166-1 alpha-2; undefined where it does not say. */
	storeCountry?: string;
}

/** An address as far as it is compared (BigCommerce reference 3.3, 3.6). */
const ADDRESS = {
	street_1: is.text,
	street_2: is.text,
	city: is.text,
	zip: is.text,
	country_iso2: is.text,
	shipping_method: is.text,
};

type Address = is.FieldsOf<typeof ADDRESS>;

/** What is left of a text for a comparison: letters and digits, in small letters. */
const plain = (text = ''): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** People put parts of a street into either line. */
const place = ({ street_1: one = '', street_2: other = '', city, zip, country_iso2: country }: Address) =>
	[plain(one + other), plain(city), plain(zip), plain(country)].join('|');

const isFilled = ({ street_1: street, city, zip }: Address): boolean =>
	Boolean(plain(street) || plain(city) || plain(zip));

const shipsTo = ({ shippingAddresses }: AddressSource): Address[] =>
	shippingAddresses.map((address) => fieldsIn(ADDRESS, address));

const billing = ({ order }: AddressSource): Address => fieldsIn(ADDRESS, order.billing_address);

const code = (text = ''): string[] => (text.trim() ? [text.trim().toUpperCase()] : []);

const countriesShippedTo = (source: AddressSource): string[] =>
	shipsTo(source).flatMap(({ country_iso2: country }) => code(country));

function addressesDiffer(source: AddressSource): boolean | undefined {
	const filled = shipsTo(source).filter(isFilled);
	if (!filled.length) return false;
	const to = billing(source);
	return isFilled(to) ? filled.some((address) => place(address) !== place(to)) : undefined;
}

function countriesDiffer(source: AddressSource): boolean {
	const known = [
		...code(billing(source).country_iso2),
		...countriesShippedTo(source),
		...code(source.order.geoip_country_iso2),
	];
	return new Set(known).size > 1;
}

function crossBorder(source: AddressSource): boolean | undefined {
	const countries = countriesShippedTo(source);
	if (!countries.length) return false;
	const [home] = code(source.storeCountry);
	return home === undefined ? undefined : countries.some((country) => country !== home);
}

const methods = (source: AddressSource): string[] =>
	shipsTo(source).flatMap(({ shipping_method: method = '' }) => (method.trim() ? [method.trim()] : []));

/** Addresses: where an order goes, and whether that fits to who pays. */
export const ADDRESSES = {
	/**
	 * Something goes to another place than the bill: street, city, postal code and country, without regard to letter case and punctuation. Names are not compared, nor states, which are
	 * written in two ways. Nothing is shipped: false.
	 */
	addressesDiffer: { shape: is.flag, of: addressesDiffer },
	/** The countries of the bill, of the delivery and of the shopper's IP address are not all one; what is not known is left out. */
	countriesDiffer: { shape: is.flag, of: countriesDiffer },
	/** Something goes to another country than the store's; absent where the store does not say its own. Nothing is shipped: false. */
	crossBorder: { shape: is.flag, of: crossBorder },
	/** The names of the shipping methods, each once, separated by commas; empty when nothing is shipped. */
	shippingMethods: { shape: is.text, of: (source) => [...new Set(methods(source))].join(', ') },
} as const satisfies Facts<AddressSource>;
