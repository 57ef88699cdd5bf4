import isEqual from 'lodash/isEqual';
import omit from 'lodash/omit';
import type { RoundStep } from '../../shared/decision/advanceRound';
import { readRound } from '../../shared/decision/oldRound';
import type { RoundRecord } from '../../shared/decision/roundRecord';
import { parseLinkKey, type LinkKey } from '../../shared/linkKey';
import type { Metafield } from '../transport/metafield';
import { archiveNumber, parseArchive, serializeArchive } from './archive';
import type { Stored } from './claiming';
import { LINK_NAMESPACE } from './Links';

/** A round as it stands in the store. */
export interface StoredRound extends Stored<RoundRecord> {
	/** The id of the carrier on which it stands. */
	carrierId: string;
	/** As it was read: a write over a record that changed since is refused. */
	value: string;
	key: LinkKey;
	record: RoundRecord;
	/** The API account that wrote it. */
	account?: string;
	/** Everything in the archive entry in which it stands; left out where it has a metafield of its own. */
	archive?: readonly RoundRecord[];
}

/** A metafield as a round; undefined when it is none. */
export function toRound({
	id = 0,
	value = '',
	resource_id: carrier = '',
	owner_client_id: account,
}: Metafield): StoredRound | undefined {
	const record = readRound(value);
	const key = record && parseLinkKey(record.key);
	if (!record || !key) return undefined;
	return {
		metafieldId: id,
		carrierId: String(carrier),
		value,
		key,
		record,
		...(account !== undefined && { account }),
	};
}

/** Every round in a metafield: one, those of an archive entry, or none. */
export function roundsIn(field: Metafield): StoredRound[] {
	const { id = 0, value = '', resource_id: carrier = '' } = field;
	if (!archiveNumber(field)) return [toRound(field) ?? []].flat();
	const archive = parseArchive(value);
	return archive.flatMap((record) => {
		const key = parseLinkKey(record.key);
		return key ? [{ metafieldId: id, carrierId: String(carrier), value, key, record, archive }] : [];
	});
}

/** A round that is archived and stands as well, or in two entries, counts as it was written last: a run that folded it died before it removed it. */
export function withoutCopies(rounds: readonly StoredRound[]): StoredRound[] {
	const last = new Map<string, StoredRound>();
	for (const round of rounds) {
		const known = last.get(round.record.key);
		const isLater = !known?.archive
			? !round.archive
			: !round.archive || round.metafieldId > known.metafieldId;
		if (!known || isLater) last.set(round.record.key, round);
	}
	return rounds.filter((round) => !round.archive || last.get(round.record.key) === round);
}

/** Whether a metafield holds a link of either format, or an archive of them. */
export const isOfLinks = ({ namespace = '' }: Metafield): boolean =>
	namespace === LINK_NAMESPACE || namespace.startsWith(`${LINK_NAMESPACE}.`);

/** The entry of an archive in which one round took a step. */
export const archivedWith = (archive: readonly RoundRecord[], record: RoundRecord): { value: string } => ({
	value: serializeArchive(archive.map((other) => (other.key === record.key ? record : other))),
});

/** What is written beside a question and does not change how it stands. */
const BESIDE = ['files', 'history', 'notes', 'said'] as const satisfies ReadonlyArray<keyof RoundRecord>;

/**
 * A round as it stands by now, where others only noted or said something since it was read, and the step that is to be taken writes none of that itself.
 *
 * @param stands the metafield of the round, read again
 * @returns undefined when the step has to be thought about anew
 */
export function notedBeside(
	{ record, ...round }: StoredRound,
	step: RoundStep,
	stands: Metafield,
): StoredRound | undefined {
	if (BESIDE.some((name) => name !== 'history' && step[name] !== undefined)) return undefined;
	const latest = roundsIn(stands).find(({ record: { key } }) => key === record.key);
	const isAsRead = latest && isEqual(omit(latest.record, BESIDE), omit(record, BESIDE));
	return isAsRead ? { ...round, ...latest } : undefined;
}
