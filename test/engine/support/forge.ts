import { parseRound, type RoundRecord } from '../../../nodes/shared/decision/roundRecord';
import { serializeRound } from '../../../nodes/shared/decision/serializeRound';
import type { World } from './world';

/** Another app writes into the record of a question, as its metafield permits. @throws Error when the store has none */
export function forgeRound(world: World, key: string, change: Partial<RoundRecord>): void {
	const { metafields } = world.sandbox.bigCommerce.kept();
	const stored = Object.values(metafields).find(({ value }) => parseRound(value)?.key === key);
	const record = stored && parseRound(stored.value);
	if (!record) throw new Error(`the store has no question ${key}`);
	stored.value = serializeRound({ ...record, ...change });
	stored.modifiedAt = Math.floor(Date.now() / 1000) * 1000;
}
