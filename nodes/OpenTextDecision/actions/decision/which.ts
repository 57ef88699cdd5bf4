import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { LinkKey } from '../../../shared/linkKey';
import type { DecisionRounds } from '../../../BigCommerce/links/DecisionRounds';
import type { ObjectType } from '../../records/objects';
import { roundsAbout } from '../../../BigCommerce/links/roundsAbout';
import { findRound, type Found } from '../../rounds/findRound';
import type { Services } from '../../transport/Services';
import { aboutFields, aboutOfItem } from './about';
import { part, purpose } from './askFields';
import { partOfItem, purposeOf } from './named';

export const linkKeyField: INodeProperties = {
	displayName: 'Link Key',
	name: 'linkKey',
	type: 'string',
	required: true,
	default: '={{ $json.link.key }}',
	placeholder: 'e.g. abc123:order:4711:risk-review:1',
	description: 'Items of Ask and of the OpenText Decision Trigger carry it',
};

const shownFor = (by: string, field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { ...field.displayOptions, show: { ...field.displayOptions?.show, findBy: [by] } },
});

const FIND_BY: INodeProperties = {
	displayName: 'Find Decision By',
	name: 'findBy',
	type: 'options',
	options: [
		{
			name: 'Link Key',
			value: 'linkKey',
			description: 'The item that comes in carries it',
		},
		{
			name: 'Object and Purpose',
			value: 'question',
			description: 'Its latest question',
		},
	],
	default: 'linkKey',
	description: 'How the decision is found',
};

/** What names a decision, one way or the other. */
const NAMED_BY: INodeProperties[] = [
	shownFor('linkKey', linkKeyField),
	...aboutFields.map((field) => shownFor('question', field)),
	shownFor('question', purpose),
	shownFor('question', part),
];

/** How an operation is told which decision it is about. */
export const whichFields: INodeProperties[] = [FIND_BY, ...NAMED_BY];

/** The same where mostly something in the store comes in, and no decision. */
export const whichObjectFields: INodeProperties[] = [{ ...FIND_BY, default: 'question' }, ...NAMED_BY];

/**
 * The decision that an item names.
 *
 * @param usual how it is named where nothing was chosen
 * @returns undefined when such a question was never asked about the object
 * @throws NodeOperationError when a link key names nothing
 */
export async function findAsked(
	run: ItemRun,
	services: Services,
	usual?: 'linkKey' | 'question',
): Promise<Found | undefined> {
	if (isByKey(run, usual)) return await findRound(run, services, run.requiredText('linkKey', 'Link Key'));
	const { type, rounds, question } = await findQuestion(run, services);
	const round = await rounds.newest(question);
	return round && { type, rounds, round };
}

/** Whether an item names a decision by its link key. @param usual as the field has it @throws NodeOperationError when it is neither so nor so */
export function isByKey(run: ItemRun, usual: 'linkKey' | 'question' = 'linkKey'): boolean {
	const by = run.text(FIND_BY.name, usual);
	if (by === 'linkKey' || by === 'question') return by === 'linkKey';
	throw run.refuse({ what: `Find Decision By has no choice "${by}"`, next: 'Choose one from the list.' });
}

/** A question with the rounds of every question about its object. */
export interface FoundQuestion {
	type: ObjectType;
	rounds: DecisionRounds;
	question: Omit<LinkKey, 'round'>;
}

/** The question that an item names by object and purpose, whether it was asked or not. */
export async function findQuestion(run: ItemRun, services: Services): Promise<FoundQuestion> {
	const about = aboutOfItem(run);
	const { type, objectId } = about;
	const slug = partOfItem(run, 'part', about);
	const purposeName = purposeOf(run);
	const { hash: storeHash } = await services.store.store();
	return {
		type,
		rounds: await roundsAbout(services.store, services, type, { objectId, part: slug }),
		question: {
			storeHash,
			objectType: type.value,
			objectId,
			...(slug !== undefined && { part: slug }),
			purpose: purposeName,
		},
	};
}
