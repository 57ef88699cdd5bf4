import type { Waiter } from '../../shared/wait';
import type { Addition } from '../../shared/decision/advanceRound';
import type { Opening, Way } from '../ways/way';

/** What became of the files of a question. */
export interface AttachedFiles {
	/** As the record keeps it. */
	step: Pick<Addition, 'files'> & { note?: string };
	/** Names of those that do not lie with the case. */
	missing: string[];
}

const listed = (files: ReadonlyArray<{ name: string }>): string => files.map(({ name }) => name).join(', ');

/**
 * Puts the files of a question with its case. Those that came with a run that died are gone with it: the record names them, and people are asked all the same.
 *
 * @throws NodeApiError when the service refuses one, or nobody knows whether it is there: the claim stays, and the next run goes on with it
 */
export async function attachAsked(
	functions: Waiter,
	way: Way,
	{ round, files }: Opening,
): Promise<AttachedFiles> {
	const { attached = [] } = round.record.question;
	const here = files.filter((file) => attached.some((one) => isSame(one, file)));
	const lost = attached.filter((one) => !here.some((file) => isSame(one, file)));
	const isPlaced = here.length > 0 && (await way.attach?.(functions, round, here)) === true;
	const unplaced = isPlaced ? [] : here;
	const notes = [
		...(lost.length ? [`without files that were lost with the run that asked: ${listed(lost)}`] : []),
		...(unplaced.length ? [`without files, since no task was open: ${listed(unplaced)}`] : []),
	];
	return {
		step: {
			...(isPlaced && { files: here.map(({ name, sha256 }) => ({ name, sha256 })) }),
			...(notes.length > 0 && { note: notes.join('; ') }),
		},
		missing: [...lost, ...unplaced].map(({ name }) => name),
	};
}

const isSame = (one: { name: string; sha256: string }, other: { name: string; sha256: string }): boolean =>
	one.sha256 === other.sha256 && one.name === other.name;
