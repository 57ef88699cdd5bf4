/**
 * The base address of OpenText's API gateway (Workflow Service reference 1.1).
 *
 * @param host a region (`us`), a host name, or a full address for proxies and test doubles
 * @returns without a slash at the end
 */
export function gatewayAddress(host: string): string {
	const given = host.trim().replace(/\/+$/, '');
	if (/^https?:\/\//i.test(given)) return given;
	return `https://${given.includes('.') ? given : `${given}.api.opentext.com`}`;
}
