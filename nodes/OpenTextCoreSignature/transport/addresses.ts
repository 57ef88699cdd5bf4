/** Hosts by the names that users know them under (reference 1). OpenText has moved hosts before, so any other name is taken as it is. */
const HOSTS: Readonly<Record<string, string>> = {
	us: 'sign.core.opentext.com',
	eu: 'sign.core.opentext.eu',
	staging: 'staging.sign.core.opentext.com',
};

/**
 * Where Core Signature is.
 *
 * @param host `us`, `eu`, `staging`, a host name, or a full address for proxies and test doubles
 * @returns without a slash at the end
 */
export function signatureAddress(host: string): string {
	const name = host.trim().replace(/\/+$/, '');
	return (HOSTS[name.toLowerCase()] ?? name).replace(/^(?!https?:)/i, 'https://');
}

/** Token end points (reference 2.2); `{tenant}` is the site or tenant id. Which of them a subscription uses is told by its administrator. */
export const TOKEN_SERVICES: Readonly<Record<string, { name: string; url: string }>> = {
	otdsUs: {
		name: 'OTDS, US',
		url: 'https://otdsauth.ot2.opentext.com/otdstenant/{tenant}/oauth2/token',
	},
	otdsEu: {
		name: 'OTDS, Europe',
		url: 'https://otdsauth.ot2.opentext.eu/otdstenant/{tenant}/oauth2/token',
	},
	otdsStaging: {
		name: 'OTDS, Pre-Production',
		url: 'https://otdsauth.preprod.ot2.opentext.com/otdstenant/{tenant}/oauth2/token',
	},
	otdsNewUs: {
		name: 'OTDS, New US Host',
		url: 'https://otdsauth.us.opentext.com/otdstenant/{tenant}/oauth2/token',
	},
	gatewayUs: {
		name: 'Developer Cloud, US',
		url: 'https://us.api.opentext.com/tenants/{tenant}/oauth2/token',
	},
	gatewayCa: {
		name: 'Developer Cloud, Canada',
		url: 'https://ca.api.opentext.com/tenants/{tenant}/oauth2/token',
	},
	gatewayAu: {
		name: 'Developer Cloud, Australia',
		url: 'https://au.api.opentext.com/tenants/{tenant}/oauth2/token',
	},
};

/** @param url with or without `{tenant}` in it */
export const tokenAddress = (url: string, tenantId: string): string =>
	url.trim().replaceAll('{tenant}', encodeURIComponent(tenantId));

/** Only the older generation, OTDS, takes the subscription in a field of its own (reference 2.3). */
export const isOtds = (url: string): boolean =>
	/\/otdstenant\//.test(url) || /^https:\/\/otdsauth\./.test(url);
