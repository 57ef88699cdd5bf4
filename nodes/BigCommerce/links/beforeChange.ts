import { decisionOf, isDecided } from '../../shared/forDecision';
import type { TakeBack } from '../../shared/firstChange';
import type { ItemRun } from '../../shared/itemRun';
import { StoreClient } from '../transport/StoreClient';
import { beginDecision, type Decidable } from './beginDecision';

/**
 * What has to be done before the first change that goes out for some items: the decisions that they carry out are marked as begun. Where all was refused, the marks are taken back:
 * what changes from then on is nobody's effect.
 *
 * @param runs the items that share what is sent
 * @param kindOf see `beginDecision`
 * @param check what has to be so with the store besides, where an item carries a decision out
 */
export function beforeChange(
	runs: readonly ItemRun[],
	kindOf: (value: string) => Decidable | undefined,
	check?: (run: ItemRun, client: StoreClient) => Promise<void>,
): () => Promise<TakeBack> {
	return async () => {
		const begun = new Map<string, TakeBack>();
		for (const run of runs.filter(isDecided)) {
			// Not the client of the item: the mark is ours, and no change that the item asked for.
			const client = new StoreClient(run.functions, { itemIndex: run.index, isForChange: true });
			await check?.(run, client);
			const { hash } = await client.store();
			const linkKey = decisionOf(run, hash);
			if (linkKey === undefined || begun.has(linkKey)) continue;
			begun.set(linkKey, await beginDecision(run, client, linkKey, kindOf));
		}
		return async () => {
			for (const takeBack of begun.values()) await takeBack();
		};
	};
}
