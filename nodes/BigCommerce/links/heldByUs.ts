import { mayHold, parseRound } from '../../shared/decision/roundRecord';
import { ORDER_OWNER } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';
import { DecisionRounds } from './DecisionRounds';
import { newestRounds } from './newestRounds';
import type { StoredRound } from './storedRound';

/** One that found the order on hold kept no status from before; records of the first format never did, and their workflows held orders themselves. */
const putThere = ({ record, value }: StoredRound): boolean =>
	mayHold(record) && (record.statusBefore !== undefined || parseRound(value) === undefined);

/** Whether a question of ours put an order on hold, and not another app, or a person. */
export async function isHeldByUs(client: StoreClient, orderId: number): Promise<boolean> {
	const rounds = new DecisionRounds(client, { type: ORDER_OWNER, id: String(orderId) });
	return newestRounds(await rounds.all(), Date.now()).some(putThere);
}
