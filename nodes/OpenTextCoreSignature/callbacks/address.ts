import { deriveSecret } from '../../shared/secrets';

/** Query parameter of the callback address. The service sends no headers of our choice (reference 6.2), so the secret stands in the address. */
export const SECRET_PARAMETER = 'secret';

/**
 * The secret of a callback address. It is made from the client secret, so that nothing need be stored: registration and verification come to the same value, also
 * after a restart. Another address gets another secret.
 *
 * @param clientSecret the credential's client secret; it cannot be found from the result
 * @param address n8n's webhook address
 */
export const callbackSecret = (clientSecret: string, address: string): string =>
	deriveSecret(clientSecret, `core signature callback ${address}`);

/** The address that is registered with the service. */
export const callbackAddress = (clientSecret: string, address: string): string =>
	`${address}?${SECRET_PARAMETER}=${callbackSecret(clientSecret, address)}`;
