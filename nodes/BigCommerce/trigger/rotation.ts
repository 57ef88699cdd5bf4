import { createHash } from 'crypto';
import pick from 'lodash/pick';
import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { sameSecret } from '../../shared/secrets';
import type { StoreClient } from '../transport/StoreClient';
import { hookSecret } from './hookSecret';
import { leave } from './kept';
import { registrationOf } from './registration';
import { readSecrets, type Secrets, type TriggerSettings } from './settings';

type TriggerFunctions = IHookFunctions | IPollFunctions | IWebhookFunctions;

/** BigCommerce repeats a delivery for up to 48 hours (reference 12.6), and so long with the secret that its hook had. */
const OVERLAP_MS = 48 * 3_600_000;

/** With what the hooks of a trigger were registered. Of secrets there are only digests, from which none can be found. */
interface Registered {
	address: string;
	digest: string;
	/** Without a client secret in the credential: nothing could be said of signatures then. */
	unsigned?: true;
	/** The one before it, whether there was a client secret beside it, and until when it counts, in ms since 1970. */
	earlier?: string;
	earlierUnsigned?: true;
	until?: number;
}

/** What a delivery with the secret of a replaced access token must bring beside it. */
export interface EarlierHook {
	/** The secret alone, as its hook was registered without a client secret. */
	unsigned: boolean;
}

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

function registeredIn(functions: TriggerFunctions): Registered | undefined {
	const { hook }: { hook?: unknown } = functions.getWorkflowStaticData('node');
	if (!isRecord(hook)) return undefined;
	const { address, digest, unsigned, earlier, earlierUnsigned, until } = hook;
	if (typeof address !== 'string' || !URL.canParse(address) || typeof digest !== 'string') return undefined;
	const isOverlap = typeof earlier === 'string' && typeof until === 'number';
	return {
		address,
		digest,
		...(unsigned === true && { unsigned }),
		...(isOverlap && { earlier, until, ...(earlierUnsigned === true && { earlierUnsigned }) }),
	};
}

/**
 * Notes with what the hooks of a published trigger are registered; the secret before it counts on for a while.
 *
 * @param secrets those of the credential that the hooks are registered with
 */
export function noteRegistered(functions: TriggerFunctions, address: string, secrets: Secrets): void {
	const digest = digestOf(hookSecret(secrets.accessToken, address));
	const known = registeredIn(functions);
	const isSame = known?.address === address && known.digest === digest;
	// A client secret that was added later counts from then on.
	if (isSame && !(known.unsigned && secrets.clientSecret)) return;
	const overlap = isSame
		? pick(known, 'earlier', 'earlierUnsigned', 'until')
		: known?.address === address && {
				earlier: known.digest,
				until: Date.now() + OVERLAP_MS,
				...(known.unsigned && { earlierUnsigned: true }),
			};
	const unsigned = !secrets.clientSecret && { unsigned: true };
	functions.getWorkflowStaticData('node').hook = { address, digest, ...unsigned, ...overlap };
}

/**
 * The hook of a delivery that carries the secret of an access token that was replaced: until the next poll gives the hooks the new one, and as long after it as deliveries are repeated.
 * Where no poll comes, it ends all the same: the first such delivery is noted, in what n8n saves with it.
 *
 * @param given the secret header
 * @param secret the one of today's access token, which is no earlier one
 */
export function earlierHook(
	functions: IWebhookFunctions,
	given: unknown,
	secret: string,
): EarlierHook | undefined {
	const known = registeredIn(functions);
	if (!known || typeof given !== 'string' || sameSecret(given, secret)) return undefined;
	const { digest, earlier, until = 0 } = known;
	const of = digestOf(given);
	if (earlier !== undefined && Date.now() < until && sameSecret(of, earlier)) {
		return { unsigned: known.earlierUnsigned === true };
	}
	const isStill = sameSecret(of, digest) && Date.now() < replacedAt(functions, digest) + OVERLAP_MS;
	return isStill ? { unsigned: known.unsigned === true } : undefined;
}

/** When a delivery first showed that an access token was replaced, in ms since 1970. It has a place of its own: what the last poll left is written over that of the hooks. */
function replacedAt(functions: IWebhookFunctions, digest: string): number {
	const kept = functions.getWorkflowStaticData('node');
	const { replaced } = kept;
	if (isRecord(replaced) && replaced.digest === digest && typeof replaced.at === 'number') return replaced.at;
	const at = Date.now();
	kept.replaced = { digest, at };
	return at;
}

/**
 * Gives the hooks the secret of the access token that is in the credential now, if it was changed since they were registered: else nothing would be delivered until somebody publishes
 * again. The hooks of another API account cannot be seen (reference 12.1); then new ones are made.
 *
 * @throws NodeApiError when the store refuses
 */
export async function followAccessToken(
	functions: IPollFunctions,
	client: StoreClient,
	{ scopes }: TriggerSettings,
): Promise<void> {
	const known = registeredIn(functions);
	if (!known) return;
	const { address, digest } = known;
	const secrets = await readSecrets(client.account);
	const secret = hookSecret(secrets.accessToken, address);
	if (!sameSecret(digestOf(secret), digest)) {
		await registrationOf(client, { scopes, destination: address, secret }).establish();
	} else if (!known.unsigned || !secrets.clientSecret) {
		return;
	}
	noteRegistered(functions, address, secrets);
	leave(functions);
}
