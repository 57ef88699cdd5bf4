import { parseRound } from '../../shared/decision/roundRecord';
import type { TakeBack } from '../../shared/firstChange';
import type { ItemRun } from '../../shared/itemRun';
import { parseLinkKey } from '../../shared/linkKey';
import { beforeChange as before } from '../links/beforeChange';
import { roundsAbout } from '../links/roundsAbout';
import { objectType } from '../records/objects';
import { editionKind } from '../records/objects/edition';
import type { StoreClient } from '../transport/StoreClient';

/**
 * What has to be done before the first change that goes out for some items: the decisions that they carry out are marked as begun, also those about companies and quotes, which this node cannot read.
 *
 * @param runs the items that share what is sent
 */
export const beforeChange = (runs: readonly ItemRun[]): (() => Promise<TakeBack>) => before(runs, kindOf);

const kindOf = (value: string) => objectType(value) ?? editionKind(value);

/**
 * Refuses what cannot be undone while people have not decided: behind Ask the link key is there already. Of a key without a record, and of records of the first format, whoever wrote
 * them knows.
 *
 * @throws NodeOperationError when the question still runs, or was taken back; NodeApiError when the store does not answer
 */
export async function refuseUndecided(run: ItemRun, client: StoreClient, linkKey: string): Promise<void> {
	const key = parseLinkKey(linkKey);
	const kind = key && kindOf(key.objectType);
	if (!key || !kind?.id.test(key.objectId)) return;
	const rounds = await (await roundsAbout(client, client, kind, key)).all();
	const round = rounds.find(({ record }) => record.key === linkKey);
	if (!round || CARRIED_OUT.has(round.record.state) || parseRound(round.value) === undefined) return;
	const isOver = round.record.state === 'closed';
	throw run.refuse({
		what: isOver
			? `The decision ${linkKey} was withdrawn or asked anew, so that it is carried out no more`
			: `People have not decided yet about ${linkKey}: it is "${round.record.state}"`,
		next: 'Put this node behind the Decided output of the OpenText Decision Trigger, or leave For Decision empty outside a decision.',
	});
}

const CARRIED_OUT: ReadonlySet<string> = new Set(['decided', 'applied']);
