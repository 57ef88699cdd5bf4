/** Hosts that only this machine reaches. */
const isLoopback = (host: string): boolean =>
	host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** Addresses that the internet does not route to. */
const isPrivate = (host: string): boolean =>
	/^(10|192\.168|169\.254)\.[\d.]+$/.test(host) ||
	/^172\.(1[6-9]|2\d|3[01])\.[\d.]+$/.test(host) ||
	/^\[f[cde]/.test(host) ||
	!/[.:]/.test(host) ||
	host.endsWith('.local');

/**
 * Why BigCommerce could not deliver to an address: it takes only https on port 443 of a host on the internet (reference 12.1). A test double on
 * this machine takes any address on this machine.
 *
 * @param destination the webhook address
 * @param baseUrl where the credential finds BigCommerce
 * @returns undefined when it can work
 */
export function addressFault(destination: string, baseUrl: string): string | undefined {
	const { protocol, hostname, port } = new URL(destination);
	if (isLoopback(new URL(baseUrl).hostname) && isLoopback(hostname)) return undefined;
	if (protocol !== 'https:') return 'it does not begin with https';
	if (port) return `it uses port ${port}, and BigCommerce delivers to port 443 only`;
	if (isLoopback(hostname) || isPrivate(hostname)) return 'its host cannot be reached from the internet';
	return undefined;
}
