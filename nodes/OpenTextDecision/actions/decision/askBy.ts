import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import type { AskedBy } from '../../ways';

const NAMES: Readonly<Record<AskedBy, { name: string; description: string }>> = {
	case: { name: 'Case', description: 'People decide in OpenText Workflow Service' },
	signature: { name: 'Signature', description: 'People sign a document with OpenText Core Signature' },
};

/** Which service people answer in: its credential is shown, and no other (decisions page, section 4). */
export const askBy: INodeProperties = {
	displayName: 'Ask By',
	name: 'askBy',
	type: 'options',
	options: Object.entries(NAMES).map(([value, words]) => ({ ...words, value })),
	default: 'case',
	description: 'How people are asked; it stays the same for all nodes of one purpose',
};

const BOTH = 'both';

/** Where what was ever asked may have been asked in either way. */
export const askedByAny: INodeProperties = {
	...askBy,
	displayName: 'Asked By',
	options: [
		{ name: 'Both', value: BOTH, description: 'With a credential for each' },
		...(askBy.options ?? []),
	],
	description: 'How people were asked; their part is read from that service',
};

/** Which ways an operation that reads may look into. @throws NodeOperationError when there is no such choice */
export const readAskedByAny = (run: ItemRun): AskedBy[] =>
	run.text(askedByAny.name, 'case') === BOTH ? ['case', 'signature'] : [readAskBy(run)];

const isWay = (value: string): value is AskedBy => Object.hasOwn(NAMES, value);

/** @throws NodeOperationError when it is neither */
export function readAskBy(run: ItemRun): AskedBy {
	const given = run.text(askBy.name, 'case');
	if (isWay(given)) return given;
	throw run.refuse({ what: `Ask By has no choice "${given}"`, next: 'Choose one from the list.' });
}

/** A question was asked in another way than the node is set to, so that its service cannot be reached from here. */
export const otherWay = (
	run: ItemRun,
	{ record: { key, question } }: StoredRound,
	next = `Choose Ask By ${NAMES[question.askedBy].name} in a Withdraw, to take that question back.`,
): Error =>
	run.refuse({
		what: `${key} was asked by ${question.askedBy}, which is another way than this node is set to`,
		next,
	});
