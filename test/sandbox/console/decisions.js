import { chip, el } from './dom.js';
import { words } from './format.js';

const STATE_TONES = {
	claimed: 'warn',
	open: 'info',
	decided: 'info',
	applied: 'good',
	closed: 'plain',
	released: 'plain',
};

const VERDICT_TONES = { go: 'good', stop: 'bad', withdrawn: 'plain' };

/** Where on this page a case or document is shown. */
export const anchorOf = (id) => `effect-${id}`;

const kindOf = ({ system }) => (/signature/i.test(system ?? '') ? 'document' : 'case');

/** Who decided what and why, as far as it is known. */
const decided = ({ outcome, by, reason }) =>
	[outcome && words(outcome), by && `by ${by}`, reason && `“${reason}”`].filter(Boolean).join(' ');

const decisionItem = (decision) => {
	const { purpose, part, round, state, verdict, effectId, holding, heldBy, archived } = decision;
	const said = decided(decision);
	const parts = [
		el('strong', {}, `${words(purpose.replaceAll('-', ' '))}${part ? `, ${part}` : ''}`),
		`round ${round}`,
		chip(words(state), STATE_TONES[state]),
		verdict && chip(words(verdict), VERDICT_TONES[verdict]),
		archived && chip('Archived', 'plain'),
		holding && chip('Holds the order', 'warn'),
		said !== '' && el('small', {}, said),
		heldBy.length > 0 && el('small', {}, `waits for ${heldBy.join(', ')}`),
		effectId && el('a', { href: `#${anchorOf(effectId)}` }, `Show the ${kindOf(decision)}`),
	];
	// Without a space between them labels touch, and are read as one word.
	const spaced = parts.filter(Boolean).flatMap((each) => [each, ' ']);
	return el('li', { 'data-test': 'decision' }, ...spaced);
};

/** What was decided about an order, purpose by purpose; undefined when nobody was asked. */
export const decisionsList = ({ decisions = [] }) =>
	decisions.length === 0 ? undefined : el('ul', { class: 'decision-list' }, ...decisions.map(decisionItem));
