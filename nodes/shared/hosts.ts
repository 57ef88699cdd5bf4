/** Hosts that only this machine reaches. */
export const isLoopbackHost = (host: string): boolean =>
	host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** Addresses that the internet does not route to. */
export const isPrivateHost = (host: string): boolean =>
	/^(10|192\.168|169\.254)\.[\d.]+$/.test(host) ||
	/^172\.(1[6-9]|2\d|3[01])\.[\d.]+$/.test(host) ||
	/^\[f[cde]/.test(host) ||
	!/[.:]/.test(host) ||
	host.endsWith('.local');

/** Whether both are on this machine, as a test double and this n8n are. */
export const areBothLoopback = (one: string, other: string): boolean =>
	isLoopbackHost(new URL(one).hostname) && isLoopbackHost(new URL(other).hostname);

/**
 * Why a service on the internet could not call an address of this n8n.
 *
 * @param destination address of this n8n
 * @param service address of the service; a test double on this machine reaches this machine
 * @returns undefined when it can work
 */
export function unreachableBecause(destination: string, service: string): string | undefined {
	const { protocol, hostname } = new URL(destination);
	if (areBothLoopback(destination, service)) return undefined;
	if (protocol !== 'https:') return 'it does not begin with https';
	if (isLoopbackHost(hostname) || isPrivateHost(hostname))
		return 'its host cannot be reached from the internet';
	return undefined;
}
