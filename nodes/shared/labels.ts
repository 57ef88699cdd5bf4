import startCase from 'lodash/startCase';

/** The name of a field as the editor shows it, made of its technical one: `options.waitSeconds` is "Wait Seconds", `customer_id` "Customer ID". */
export const labelOf = (name: string): string =>
	startCase(name.split('.').at(-1)).replace(/\b(Id|Url|Json|Sku)\b/g, (word) => word.toUpperCase());
