import uniq from 'lodash/uniq';
import { isRunning } from '../../shared/decision/roundRecord';
import type { ItemRun } from '../../shared/itemRun';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';

/** How long another workflow's question counts as its being at work, in ms. */
const RECENT_MS = 7 * 24 * 3_600_000;

const isRecent = ({ record }: StoredRound): boolean =>
	isRunning(record) || Date.parse(record.claimedAt) > Date.now() - RECENT_MS;

/** Metafields lock for one API account alone: another one's claim is no obstacle (decisions page, section 1). */
const TWO_ACCOUNTS =
	'Two API accounts keep decisions in this store, and neither is stopped by the other, so that something can be asked twice. Use one API account for all workflows of a store.';

/** What was said already, by what n8n hands to one run of the node: all its items share it, and nobody else. */
const SAID = new WeakMap<object, Set<string>>();

const saidOf = (functions: object): Set<string> => {
	const said = SAID.get(functions) ?? new Set<string>();
	SAID.set(functions, said);
	return said;
};

/**
 * Says in the execution's hints who else asks: another API account, or another workflow with the same purpose; each once, however many items meet it. It stops nothing.
 *
 * @param rounds all that are known about the object, the own one included
 * @param purpose of the question that is asked now
 */
export function reportOthers(run: ItemRun, rounds: readonly StoredRound[], purpose: string): void {
	const { functions } = run;
	const accounts = uniq(rounds.flatMap(({ account }) => account ?? []));
	const { id } = functions.getWorkflow();
	const other = rounds.find(
		(round) =>
			round.key.purpose === purpose &&
			round.record.workflow !== undefined &&
			round.record.workflow !== id &&
			isRecent(round),
	);
	const messages = [
		...(accounts.length > 1 ? [TWO_ACCOUNTS] : []),
		...(other
			? [
					`Workflow ${other.record.workflow} asks with the purpose "${purpose}" in this store, too. Let one of the two run, or give one a purpose of its own.`,
				]
			: []),
	];
	const given = saidOf(functions);
	for (const message of messages) {
		if (given.has(message)) continue;
		given.add(message);
		functions.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}
}
