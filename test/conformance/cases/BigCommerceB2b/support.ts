export const NODE = 'bigCommerceB2b';

/** The companies that are there when the sandbox starts. */
export const COMPANY = { pending: 801, approved: 802 };

/** What B2B Edition says of a record that it does not have. */
export const noSuch = (one: string): RegExp =>
	new RegExp(`^B2B Edition knows no ${one} \\d+.* in this store$`);
