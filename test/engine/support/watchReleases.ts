import { parseRound } from '../../../nodes/shared/decision/roundRecord';
import type { Change } from '../../sandbox/core/context';
import { ON_HOLD } from './decisions';
import type { World } from './world';

/** How an order has left its hold since it was watched. */
export interface Releases {
	/** The statuses that it went to, one after the other. */
	moves: number[];
	/** What was wrong in the moment that it left the hold. */
	early: string[];
	/** Ends the watch. */
	stop(): void;
}

/**
 * Looks, in each moment that an order on hold changes its status, whether every decision about it stands in the store with the verdict Go by then. A look after all have ended would not see
 * an order that was released too soon.
 *
 * @param keys of the decisions that hold it
 */
export function watchReleases({ sandbox }: World, id: number, keys: readonly string[]): Releases {
	const { changes } = sandbox.context;
	const moves: number[] = [];
	const early: string[] = [];
	let before = ON_HOLD;

	const hasSaidGo = (): Set<string> => {
		const rounds = Object.values(sandbox.bigCommerce.kept().metafields)
			.filter(({ resource_type: type, resource_id: on }) => type === 'order' && on === id)
			.flatMap(({ value }) => parseRound(value) ?? []);
		return new Set(rounds.filter(({ verdict }) => verdict === 'go').map(({ key }) => key));
	};

	const look = ({ kind, id: changed }: Change) => {
		if (kind !== 'order' || changed !== String(id)) return;
		const { status_id: status } = sandbox.bigCommerce.orders.get(id).fields;
		if (status === before) return;
		before = status;
		moves.push(status);
		const said = hasSaidGo();
		const silent = keys.filter((key) => !said.has(key));
		if (status !== ON_HOLD && silent.length)
			early.push(`it went to ${status} before ${silent.join(', ')} said Go`);
	};

	changes.on('change', look);
	return { moves, early, stop: () => void changes.off('change', look) };
}
