import * as is from '../../shared/shape';

/** Who and where, as every address of an order has it (BigCommerce reference 3.3, 3.6). */
export const ORDER_ADDRESS = {
	first_name: is.text,
	last_name: is.text,
	company: is.text,
	street_1: is.text,
	street_2: is.text,
	city: is.text,
	state: is.text,
	zip: is.text,
	country: is.text,
	country_iso2: is.text,
	phone: is.text,
	email: is.text,
} satisfies is.Properties;
