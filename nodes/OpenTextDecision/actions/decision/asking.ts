import type { ItemFile } from '../../../shared/itemFile';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { LinkKey } from '../../../shared/linkKey';
import type { Given } from '../../../shared/record/given';
import type { AfterDecision, WhileRunning } from '../../../shared/decision/planRound';
import type { Question, RoundRecord } from '../../../shared/decision/roundRecord';
import type { ObjectType } from '../../records/objects';
import { aboutOfItem } from './about';
import { readAskBy } from './askBy';
import { readFiles } from './fileFields';
import { partOfItem, purposeOf } from './named';
import { readSignature } from './signatureFields';

/** What Ask is told to do for one item. */
export interface Asking {
	type: ObjectType;
	about: Omit<LinkKey, 'round' | 'storeHash'>;
	question: Question;
	/** The files that the question names, as the item brings them. */
	files: ItemFile[];
	summary: boolean;
	watch: string[];
	holds: boolean;
	ifLeft: 'putBack' | 'withdraw' | 'leave';
	/** Left out: as the service has it. */
	ifPassed?: RoundRecord['ifPassed'];
	deadlineHours: number;
	whileRunning: WhileRunning;
	afterDecision: AfterDecision;
}

const choice = <Choice extends string>(
	run: ItemRun,
	name: string,
	label: string,
	choices: readonly Choice[],
	fallback: Choice,
): Choice => {
	const given = run.text(name, fallback);
	const found = choices.find((one) => one === given);
	if (found !== undefined) return found;
	throw run.refuse({ what: `${label} has no choice "${given}"`, next: 'Choose one from the list.' });
};

/** The details that have a value, as they came: a number stays one. @throws NodeOperationError when one has no name, or two share one */
function detailsOf(run: ItemRun): Question['details'] {
	const given = run.rows('details', 'detail').flatMap(({ name, value }) => {
		const isGiven = value !== undefined && value !== null && value !== '';
		return isGiven ? [{ name: run.values.text(name, 'Name of a detail'), value: plain(value) }] : [];
	});
	const names = given.map(({ name }) => name);
	const twice = names.find((name, at) => names.indexOf(name) !== at);
	if (names.includes('')) {
		throw run.refuse({ what: 'A detail has no name', next: 'Give it one, or remove it.' });
	}
	if (twice === undefined) return given;
	throw run.refuse({ what: `Detail "${twice}" is given twice`, next: 'Remove one of the two.' });
}

const plain = (value: unknown): string | number | boolean => {
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** What must stay the same: groups of an order, fields of everything else. @throws NodeOperationError when there is no such field */
function watchOf(run: ItemRun, { one, waits, watchable }: ObjectType): string[] {
	const names =
		waits === 'status'
			? run.list('watch')
			: run
					.text('watchFields')
					.split(/[\s,]+/)
					.filter(Boolean);
	const unknown = names.find((name) => !watchable.has(name));
	if (unknown === undefined) return names;
	throw run.refuse({
		what: `Must Stay the Same names "${unknown}", which no ${one} has`,
		next: `Name fields of a ${one} as BigCommerce does, for example ${[...watchable].slice(1, 3).join(', ')}.`,
	});
}

const DAY_HOURS = 24;

/** Characters of a question as it is kept, beside which the history of its round finds room. */
const QUESTION_LENGTH = 55_000;

function fitting(run: ItemRun, question: Question): Question {
	if (JSON.stringify(question).length <= QUESTION_LENGTH) return question;
	throw run.refuse({
		what: 'Document and details together are longer than the store keeps',
		next: 'Shorten them.',
	});
}

/**
 * Reads what Ask is told.
 *
 * @param carried the question that the item carries: about the same object it is about the same part of it, where no other is told
 * @throws NodeOperationError that names the item and the next step
 */
export async function readAsking(run: ItemRun, carried?: LinkKey): Promise<Asking> {
	const { type, objectId } = aboutOfItem(run);
	const isOrder = type.waits === 'status';
	const isSame = carried?.objectType === type.value && carried.objectId === objectId;
	const part = partOfItem(run, 'options.part', { type, objectId }) ?? (isSame ? carried.part : undefined);
	const requestedBy = run.text('options.requestedBy');
	const askedBy = readAskBy(run);
	const files = askedBy === 'case' ? await readFiles(run, 'options.attachFiles') : [];
	const hours = run.number('answerWantedWithin', 24, {
		least: 1,
		label: 'Answer Wanted Within (Hours)',
	});
	return {
		type,
		about: {
			objectType: type.value,
			objectId,
			...(part !== undefined && { part }),
			purpose: purposeOf(run),
		},
		question: fitting(run, {
			askedBy,
			name: run.requiredText('name', 'Name'),
			details: detailsOf(run),
			...(askedBy === 'case' ? { model: run.requiredText('modelKey', 'Process Model') } : readSignature(run)),
			...(requestedBy && { requestedBy }),
			...(files.length && { attached: files.map(({ name, sha256 }) => ({ name, sha256 })) }),
		}),
		files,
		summary: isOrder && run.flag('options.includeOrderSummary', true),
		watch: watchOf(run, type),
		holds:
			type.waits !== undefined && choice(run, 'hold', 'While Waiting', ['hold', 'leave'], 'hold') === 'hold',
		ifLeft: isOrder
			? choice(
					run,
					'options.ifItLeaves',
					'If It Leaves the Hold',
					['putBack', 'withdraw', 'leave'],
					'putBack',
				)
			: 'leave',
		...(run.has('options.whenItPasses') && {
			ifPassed: choice<'tell' | 'expire'>(
				run,
				'options.whenItPasses',
				'When It Passes',
				['tell', 'expire'],
				'tell',
			),
		}),
		// The service counts whole days until a request expires.
		deadlineHours: askedBy === 'signature' ? DAY_HOURS * Math.ceil(hours / DAY_HOURS) : hours,
		whileRunning: choice(
			run,
			'options.whileRunning',
			'While One Is Running',
			['keep', 'replaceWhenChanged', 'replaceWhenDifferent'],
			'replaceWhenChanged',
		),
		afterDecision: choice(
			run,
			'options.afterDecision',
			'After a Decision',
			['never', 'whenChanged', 'always'],
			'whenChanged',
		),
	};
}

/** The item that came in, which every operation passes on. */
export function inputOf(run: ItemRun): Given {
	const { json } = run.functions.getInputData()[run.index];
	return isRecord(json) ? json : {};
}
