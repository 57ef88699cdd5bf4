/**
 * The base address of OpenText's API gateway (reference 1.1).
 *
 * @param host a region (`us`, `na-1-dev`, `dev.ca`), a host name, or a full address for proxies and test doubles
 * @returns without a slash at the end
 */
export const gatewayAddress = (host: string): string =>
	host
		.trim()
		.replace(/\/+$/, '')
		.replace(/^(dev\.)?[a-z0-9-]+$/i, '$&.api.opentext.com')
		.replace(/^(?!https?:)/i, 'https://');
