import type { B2bClient } from '../edition/transport/B2bClient';
import type { StoreClient } from '../transport/StoreClient';
import { sweptScopes as sweptOrderScopes } from './orderEvents';
import { EDITION_KINDS, inEdition } from './sweptEdition';
import { eventsOf, scopesOf, type SweptKind, type SweptSource } from './sweptKind';
import { inStore, STORE_KINDS } from './sweptStore';

const KINDS: readonly SweptKind[] = [...STORE_KINDS, ...EDITION_KINDS];

/** Events of the store that a list can show. */
export const EVENT = eventsOf(STORE_KINDS);

/** Those of B2B Edition, which its credential reads. */
export const EDITION_EVENT = eventsOf(EDITION_KINDS);

/** Whether a sweep finds the events of a scope. @param hasEdition whether B2B Edition can be asked */
export const isSwept = (scope: string, hasEdition: boolean): boolean =>
	EVENT.test(scope) || (hasEdition && EDITION_EVENT.test(scope)) || sweptOrderScopes([scope]).length > 0;

/**
 * What reads the kinds that some of the chosen scopes are about.
 *
 * @param edition left out where its credential is not chosen: then nothing of B2B Edition is swept
 */
export function sweptSources(
	scopes: readonly string[],
	client: StoreClient,
	edition?: B2bClient,
): SweptSource[] {
	const isChosen = (kind: SweptKind) => scopesOf(kind, scopes).length > 0;
	return [
		...STORE_KINDS.filter(isChosen).map((kind) => inStore(client, kind)),
		...(edition ? EDITION_KINDS.filter(isChosen).map((kind) => inEdition(client, edition, kind)) : []),
	];
}

/** The kind of which an event tells that one was made or changed. */
export const kindOf = (event: string): SweptKind | undefined =>
	KINDS.find((kind) => scopesOf(kind, [event]).length > 0);
