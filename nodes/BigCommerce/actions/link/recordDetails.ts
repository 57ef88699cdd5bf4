import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { ItemRun } from '../../../shared/itemRun';
import type { LinkDecision, LinkEffect } from '../../../shared/linkRecord';

/** What is known about a step, in the words of the link record (design page, "The link record"). */
const DETAIL_FIELDS: INodeProperties[] = [
	{
		displayName: 'Case or Request ID',
		name: 'effectId',
		type: 'string',
		default: '',
		description: 'As the other system gave it',
	},
	{
		displayName: 'Case or Request URL',
		name: 'effectUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/cases/1',
		description: 'Where people can open it',
	},
	{
		displayName: 'Decided At',
		name: 'decidedAt',
		type: 'dateTime',
		default: '',
		description: 'When the decision was made',
	},
	{ displayName: 'Decided By', name: 'decidedBy', type: 'string', default: '', description: 'Who decided' },
	{
		displayName: 'Documents (JSON)',
		name: 'documents',
		type: 'json',
		default: '[]',
		description: 'The files that prove it, as a list of objects with name and sha256',
	},
	{
		displayName: 'Note',
		name: 'note',
		type: 'string',
		default: '',
		description: 'A remark for the history',
	},
	{
		displayName: 'Outcome',
		name: 'outcome',
		type: 'string',
		default: '',
		placeholder: 'e.g. approved',
		description: 'What was decided',
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		description: 'Why it was decided so',
	},
	{
		displayName: 'Snapshot',
		name: 'effectSnapshot',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3fa2b1c94d07',
		description: 'What the store object was like then, for example a hash of it',
	},
	{
		displayName: 'Started At',
		name: 'effectAt',
		type: 'dateTime',
		default: '',
		description: 'When the case or request was started',
	},
	{
		displayName: 'System',
		name: 'effectSystem',
		type: 'string',
		default: 'OpenText Workflow Service',
		description: 'Where the case or request lives',
	},
];

/** As the editor shows them. */
export const details: INodeProperties = {
	displayName: 'Details',
	name: 'details',
	type: 'collection',
	placeholder: 'Add Detail',
	default: {},
	options: DETAIL_FIELDS,
};

const documentList = z.array(
	z.object({ name: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
);

/** A metafield holds 65,535 characters (BigCommerce reference, chapter 2), and a link has the details of its start and those of its decision. */
const DETAILS_LENGTH = 28_000;

/** What was entered of a step. */
export interface Details {
	effect?: LinkEffect;
	decision?: LinkDecision;
	note?: string;
}

/** What was entered about a step; each part is undefined when nothing of it was entered. @throws NodeOperationError for a time that is none, documents that are no list of names and hashes, and more than a link holds */
export function readDetails(run: ItemRun): Details {
	const given = run.fields('details', DETAIL_FIELDS);
	const { length } = JSON.stringify(given);
	if (length > DETAILS_LENGTH) {
		throw run.refuse({
			what: `Details hold ${length} characters, but at most ${DETAILS_LENGTH} fit in one step of a link`,
			next: 'Shorten Note, Reason or Snapshot, or keep them elsewhere and give the address.',
		});
	}
	return { effect: effectOf(given), decision: decisionOf(run, given), note: text(given.note) };
}

/** By the names of the fields. */
type Chosen = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));

const isKnown = (facts: object): boolean => Object.values(facts).some((value) => value !== undefined);

/** What was started in the other system; undefined when nothing about it was entered. */
const effectOf = (given: Chosen): LinkEffect | undefined => {
	const { effectSystem, effectId, effectUrl, effectAt, effectSnapshot } = given;
	const effect: LinkEffect = {
		system: text(effectSystem),
		id: text(effectId),
		url: text(effectUrl),
		at: text(effectAt),
		snapshot: text(effectSnapshot),
	};
	return isKnown(effect) ? effect : undefined;
};

/** What was decided; undefined when nothing about it was entered. @throws NodeOperationError when the documents are no list of names and hashes */
function decisionOf(run: ItemRun, given: Chosen): LinkDecision | undefined {
	const { outcome, decidedBy, decidedAt, reason } = given;
	const decision: LinkDecision = {
		outcome: text(outcome),
		by: text(decidedBy),
		at: text(decidedAt),
		reason: text(reason),
		documents: documentsOf(run, given.documents),
	};
	return isKnown(decision) ? decision : undefined;
}

/** The files that prove a decision. @throws NodeOperationError when it is not a list of names and hashes */
function documentsOf(run: ItemRun, given: unknown): LinkDecision['documents'] {
	if (given === undefined) return undefined;
	const parsed = documentList.safeParse(given);
	if (!parsed.success) {
		throw run.refuse({
			what: 'Documents (JSON) must be a list of objects with name and sha256',
			next: 'Enter something like [{"name": "signed document", "sha256": "…64 hexadecimal characters…"}].',
		});
	}
	return parsed.data.length ? parsed.data : undefined;
}
