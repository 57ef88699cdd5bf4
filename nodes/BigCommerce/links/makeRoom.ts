import { fingerprint } from '../../shared/fingerprint';
import { parseRound, type RoundRecord } from '../../shared/decision/roundRecord';
import type { Metafield } from '../transport/metafield';
import type { Metafields } from '../transport/metafields';
import { mostMetafields } from '../transport/owners';
import {
	archiveName,
	archiveNumber,
	fitting,
	folded,
	isFinished,
	parseArchive,
	serializeArchive,
} from './archive';

/** So many metafields stay free: for other questions, and for what is done once for a decision. */
const SPARE = 5;

/** How many rounds are folded at once. */
const FOLDED = 20;

interface Standing {
	field: Metafield;
	/** The round as an archive keeps it. */
	copy: RoundRecord;
}

/** Finished rounds, the oldest first. Those of the first format are left: they stand in fewer metafields than today's. */
const finishedIn = (fields: readonly Metafield[]): Standing[] =>
	fields
		.flatMap((field): Standing[] => {
			const record = archiveNumber(field) ? undefined : parseRound(field.value ?? '');
			return record && isFinished(record) ? [{ field, copy: folded(record) }] : [];
		})
		.sort((one, other) => one.copy.claimedAt.localeCompare(other.copy.claimedAt));

const isOurs = ({ owner_client_id: owner }: Metafield, archive: Metafield): boolean =>
	owner === archive.owner_client_id;

/** Removes what stands in an archive word for word; a round that somebody wrote meanwhile stays. @returns how many went */
async function removeCopies(metafields: Metafields, fields: readonly Metafield[]): Promise<number> {
	const archives = fields.filter((field) => archiveNumber(field) > 0);
	const kept = new Map<string, Metafield>();
	for (const archive of archives) {
		for (const record of parseArchive(archive.value ?? '')) kept.set(fingerprint(record), archive);
	}
	let removed = 0;
	for (const { field, copy } of finishedIn(fields)) {
		const archive = kept.get(fingerprint(copy));
		// Only the account that made a metafield may remove it.
		if (!archive || field.id === undefined || !isOurs(field, archive)) continue;
		await metafields.remove(field.id);
		removed += 1;
	}
	return removed;
}

/**
 * Folds the oldest finished rounds of a carrier into an archive entry when few metafields are free; running ones never. Costs nothing as long as there is room.
 *
 * @param fields the metafields of the carrier, as they were just read
 * @throws NodeApiError when the store does not answer
 */
export async function makeRoom(metafields: Metafields, fields: readonly Metafield[]): Promise<void> {
	const wanted = mostMetafields(metafields.owner.type) - SPARE;
	if (fields.length < wanted) return;
	// What a run left that died after it wrote its entry.
	const removed = await removeCopies(metafields, fields);
	if (fields.length - removed < wanted) return;
	const stored = new Set(fields.flatMap((field) => parseArchive(field.value ?? '').map(fingerprint)));
	const oldest = finishedIn(fields).filter(({ copy }) => !stored.has(fingerprint(copy)));
	const rounds = fitting(oldest.slice(0, FOLDED).map(({ copy }) => copy));
	if (!rounds.length) return;
	const number = Math.max(0, ...fields.map(archiveNumber)) + 1;
	// Of two runs one gets the name; the other finds what was made of it, or nothing to remove.
	await metafields.tryCreate(
		{
			...archiveName(number),
			value: serializeArchive(rounds),
			permission_set: 'write',
			description: 'Finished decisions of OpenText, kept by n8n',
		},
		`${rounds.length} finished questions were archived`,
	);
	await removeCopies(metafields, await metafields.list({}));
}
