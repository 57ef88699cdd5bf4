import { fingerprint } from '../../shared/fingerprint';
import type { ItemFile } from '../../shared/itemFile';
import type { ItemRun } from '../../shared/itemRun';
import type { KeptFile } from '../../shared/decision/roundRecord';
import { changeOrder } from '../../BigCommerce/records/changeOrder';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { wayOf } from '../ways';
import type { Services } from '../transport/Services';
import { findRound, type Found } from './findRound';

/** What is to be noted. */
export interface Noting {
	/** Empty where only files are put down. */
	text: string;
	files: ItemFile[];
	withStaffNote: boolean;
}

/** How much of a text the record keeps, in characters; the staff note has all of it. */
const KEPT_LENGTH = 1000;

/** How much of a hash tells two texts of one round apart. */
const HASH_LENGTH = 16;

/** How many texts of a round are told apart; a metafield holds 65,535 characters. */
const NOTES_KEPT = 1000;

/** How often a note is written anew when others write the record at the same time. */
const TURNS = 5;

/** How many files of a round are kept by name and hash. */
const FILES_KEPT = 300;

/**
 * Writes a text down with a round, once: in its record first, then below the staff notes of an order. Files are put with its case before. A run that died in between is followed by
 * one that does the rest.
 *
 * @returns the round as it is recorded
 * @throws NodeOperationError when others write the record again and again, or files have no place
 */
export async function noteRound(
	run: ItemRun,
	services: Services,
	found: Found,
	{ withStaffNote, ...noting }: Noting,
): Promise<StoredRound> {
	const round = await recorded(run, services, found, noting);
	const { key, record } = round;
	const text = told(noting);
	if (withStaffNote && key.objectType === 'order') {
		const { name } = record.question;
		const said = !name || text.startsWith(`${name}:`) ? text : `${name}: ${text}`;
		await changeOrder(services.store, Number(key.objectId), {
			values: {},
			note: `${said} (round ${key.round})`,
			workflowId: run.functions.getWorkflow().id,
		});
	}
	return round;
}

const told = ({ text, files }: Omit<Noting, 'withStaffNote'>): string =>
	[text, files.length && `Files: ${files.map(({ name }) => name).join(', ')}`].filter(Boolean).join(' ');

async function recorded(
	run: ItemRun,
	services: Services,
	found: Found,
	{ text, files }: Omit<Noting, 'withStaffNote'>,
): Promise<StoredRound> {
	const hash = fingerprint(text).slice(0, HASH_LENGTH);
	let { rounds, round }: { rounds: DecisionRounds; round: StoredRound } = found;
	for (let turn = 1; ; turn++) {
		const { state, notes = [], files: kept = [] } = round.record;
		const isNewText = text !== '' && !notes.includes(hash);
		const newFiles = files.filter(
			({ name, sha256 }) => !kept.some((one) => one.name === name && one.sha256 === sha256),
		);
		if (!isNewText && !newFiles.length) return round;
		if (newFiles.length) await attach(run, services, round, newFiles);
		const said = told({ text: isNewText ? text : '', files: newFiles });
		const taken = await rounds.take(round, {
			state,
			...(isNewText && { notes: [...notes, hash].slice(-NOTES_KEPT) }),
			...(newFiles.length && { files: [...kept, ...newFiles.map(named)].slice(-FILES_KEPT) }),
			run: run.functions.getExecutionId(),
			note: said.length > KEPT_LENGTH ? `${said.slice(0, KEPT_LENGTH)}…` : said,
		});
		if ('round' in taken) return taken.round;
		if (turn === TURNS) {
			throw run.refuse({
				what: `Nothing could be noted on ${round.record.key}: ${taken.refused}`,
				next: 'Run this item again.',
			});
		}
		({ rounds, round } = await findRound(run, services, round.record.key));
	}
}

const named = ({ name, sha256 }: ItemFile): KeptFile => ({ name, sha256 });

/** @throws NodeOperationError when people are asked where files have no place, or have no task open */
async function attach(
	run: ItemRun,
	services: Services,
	round: StoredRound,
	files: readonly ItemFile[],
): Promise<void> {
	const { key, question } = round.record;
	const way = wayOf(services, question.askedBy);
	if (!way.attach) {
		throw run.refuse({
			what: `${key} was asked by ${question.askedBy}, with which no files can be put`,
			next: 'Leave Attach Files empty.',
		});
	}
	if (await way.attach(run.functions, round, files)) return;
	throw run.refuse({
		what: `The case of ${key} has no open task with which files could be put`,
		next: 'Run this item again when its next task has begun.',
	});
}
