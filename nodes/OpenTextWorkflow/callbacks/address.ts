import type { Account } from '../../shared/account';
import { deriveSecret } from '../../shared/secrets';
import { asParameters, type WaitedFor } from '../records/waitedFor';

/** Query parameter of the callback address. What a model calls is one variable of its case (reference 7.2), so the secret stands in the address. */
export const SECRET_PARAMETER = 'secret';

/**
 * The secret by which one case calls one trigger. It is made from the client secret, so that nothing need be stored: the node that starts the case and the trigger that it calls
 * come to the same value, also after a restart. Another case, or another trigger, has another one.
 *
 * @param clientSecret the credential's client secret; it cannot be found from the result
 * @param address of the trigger; its path alone counts, since n8n may be reached by several hosts
 * @param named the case
 */
export const callbackSecret = (clientSecret: string, address: string, named: WaitedFor): string => {
	const { by, modelKey, businessKey } = named;
	const { pathname } = new URL(address);
	return deriveSecret(
		clientSecret,
		JSON.stringify(['workflow callback', pathname, by, modelKey, businessKey]),
	);
};

/** The client secret of the credential, empty when it has none; it stays inside callbacks/. */
export const clientSecretOf = async (account: Account): Promise<string> =>
	String((await account.read()).clientSecret ?? '');

/**
 * The address that a case is given to call.
 *
 * @param account the credential, which the trigger has as well
 * @param address of the trigger
 * @returns undefined when the credential has no client secret
 * @throws TypeError when `address` is none
 */
export async function addressFor(
	account: Account,
	address: string,
	named: WaitedFor,
): Promise<string | undefined> {
	const clientSecret = await clientSecretOf(account);
	if (!clientSecret) return undefined;
	const { origin, pathname } = new URL(address);
	const url = new URL(pathname, origin);
	const secret = callbackSecret(clientSecret, address, named);
	const parameters = { ...asParameters(named), [SECRET_PARAMETER]: secret };
	for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
	return url.toString();
}
