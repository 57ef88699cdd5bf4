import { createHash } from 'crypto';
import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { sameSecret } from '../../shared/secrets';
import type { StoreClient } from '../transport/StoreClient';
import { hookSecret } from './hookSecret';
import { leave } from './kept';
import { registrationOf } from './registration';
import { readSecrets, type TriggerSettings } from './settings';

type TriggerFunctions = IHookFunctions | IPollFunctions | IWebhookFunctions;

/** BigCommerce repeats a delivery for up to 48 hours (reference 12.6), and so long with the secret that its hook had. */
const OVERLAP_MS = 48 * 3_600_000;

/** With what the hooks of a trigger were registered. Of secrets there are only digests, from which none can be found. */
interface Registered {
	address: string;
	digest: string;
	/** The one before it, and until when it counts, in ms since 1970. */
	earlier?: string;
	until?: number;
}

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

function registeredIn(functions: TriggerFunctions): Registered | undefined {
	const { hook }: { hook?: unknown } = functions.getWorkflowStaticData('node');
	if (!isRecord(hook)) return undefined;
	const { address, digest, earlier, until } = hook;
	if (typeof address !== 'string' || !URL.canParse(address) || typeof digest !== 'string') return undefined;
	const isOverlap = typeof earlier === 'string' && typeof until === 'number';
	return { address, digest, ...(isOverlap && { earlier, until }) };
}

/** Notes with what the hooks of a published trigger are registered; the secret before it counts on for a while. */
export function noteRegistered(functions: TriggerFunctions, address: string, secret: string): void {
	const digest = digestOf(secret);
	const known = registeredIn(functions);
	if (known?.address === address && known.digest === digest) return;
	const overlap = known?.address === address ? { earlier: known.digest, until: Date.now() + OVERLAP_MS } : {};
	functions.getWorkflowStaticData('node').hook = { address, digest, ...overlap };
}

/**
 * Whether a delivery carries the secret of an access token that was replaced: until the next poll gives the hooks the new one, and as long after it as deliveries are repeated. Where
 * no poll comes, it ends all the same: the first such delivery is noted, in what n8n saves with it.
 *
 * @param given the secret header
 * @param secret the one of today's access token, which is no earlier one
 */
export function isEarlierSecret(functions: IWebhookFunctions, given: unknown, secret: string): boolean {
	const known = registeredIn(functions);
	if (!known || typeof given !== 'string' || sameSecret(given, secret)) return false;
	const { digest, earlier, until = 0 } = known;
	const of = digestOf(given);
	if (earlier !== undefined && Date.now() < until && sameSecret(of, earlier)) return true;
	return sameSecret(of, digest) && Date.now() < replacedAt(functions, digest) + OVERLAP_MS;
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
	const { accessToken } = await readSecrets(client.account);
	const secret = hookSecret(accessToken, address);
	if (sameSecret(digestOf(secret), digest)) return;
	await registrationOf(client, { scopes, destination: address, secret }).establish();
	noteRegistered(functions, address, secret);
	leave(functions);
}
