import { deriveSecret } from '../../shared/secrets';

/** The registered header that every delivery of a hook carries (BigCommerce reference 12.7). */
export const SECRET_HEADER = 'X-Webhook-Secret';

/**
 * The secret of a hook. It is made from the access token, so that nothing need be stored: registration and verification come to the same value, also
 * after a restart, and a hook found in the store is known to be ours by it. Another address gets another secret.
 *
 * @param accessToken the credential's access token; it cannot be found from the result
 * @param destination the hook's address
 */
export const hookSecret = (accessToken: string, destination: string): string =>
	deriveSecret(accessToken, `bigcommerce hook ${destination}`);
