import { advanceRound, type RoundStep } from '../../shared/decision/advanceRound';
import { readAs } from '../../shared/record/given';
import { Turns } from '../../shared/turns';
import { orGone } from '../transport/gone';
import { metafield } from '../transport/metafield';
import type { Metafields } from '../transport/metafields';
import { parseArchive } from './archive';
import { roundInput } from './roundName';
import { archivedWith, notedBeside, type StoredRound } from './storedRound';

/** The store writes over whatever stands: between the last look and the write nobody else of this process may write. */
const turns = new Turns();

/** How a step of a round ended. */
export type Taken = { round: StoredRound; changed: boolean } | { refused: string };

/**
 * Takes a step of a round and writes it, unless somebody wrote since it was read. What was only noted or said meanwhile is kept, and in nobody's way.
 *
 * @param metafields where the round stands
 * @returns the round afterwards, or why the step is refused
 */
export async function stepRound(metafields: Metafields, round: StoredRound, step: RoundStep): Promise<Taken> {
	const asRead = advanceRound(round.record, step, Date.now());
	if ('refused' in asRead) return asRead;
	if (!asRead.changed) return { round, changed: false };
	return await turns.take(String(round.metafieldId), async () => await write(metafields, round, step));
}

/** Reads the round again, and writes over it what it was read as. */
async function write(metafields: Metafields, round: StoredRound, step: RoundStep): Promise<Taken> {
	const found = await orGone(async () => await metafields.get(round.metafieldId));
	if (!found) return { refused: 'somebody else took it over at the same time' };
	const stands = readAs(metafield, found);
	const latest = stands.value === round.value ? round : notedBeside(round, step, stands);
	if (!latest) return { refused: 'somebody else wrote it at the same time' };
	const result = advanceRound(latest.record, step, Date.now());
	if ('refused' in result) return result;
	const { record } = result;
	const written = {
		...roundInput(round.key, record),
		...(latest.archive && archivedWith(latest.archive, record)),
	};
	// A metafield keeps its name for life: a record of the first format stays where it is, and an archived one in its entry.
	const { namespace = written.namespace, key = written.key } = stands;
	const done = `the question ${record.key} was recorded as "${record.state}"`;
	await metafields.update(round.metafieldId, { ...written, namespace, key }, done);
	return {
		round: {
			...latest,
			record,
			value: written.value,
			...(latest.archive && { archive: parseArchive(written.value) }),
		},
		changed: true,
	};
}
