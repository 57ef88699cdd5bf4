import { areBothLoopback, unreachableBecause } from '../../shared/hosts';

/**
 * Why BigCommerce could not deliver to an address: it takes only https on port 443 of a host on the internet (reference 12.1). A test double on
 * this machine takes any address on this machine.
 *
 * @param destination the webhook address
 * @param baseUrl where the credential finds BigCommerce
 * @returns undefined when it can work
 */
export function addressFault(destination: string, baseUrl: string): string | undefined {
	const { protocol, port } = new URL(destination);
	if (protocol === 'https:' && port && !areBothLoopback(destination, baseUrl)) {
		return `it uses port ${port}, and BigCommerce delivers to port 443 only`;
	}
	return unreachableBecause(destination, baseUrl);
}
