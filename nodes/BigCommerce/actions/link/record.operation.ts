import type { IDataObject } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { isHolding, parseRound } from '../../../shared/decision/roundRecord';
import { isPast, LINK_STATES, type ForwardState } from '../../../shared/linkRecord';
import type { Operation } from '../../../shared/operation';
import { DecisionRounds } from '../../links/DecisionRounds';
import { newestRounds } from '../../links/newestRounds';
import type { Link } from '../../links/Links';
import { latestRounds } from '../../links/rounds';
import type { StoreClient } from '../../transport/StoreClient';
import { linkScopes, existing, linkLocator, linkOfItem, toItem } from './linkFields';
import { details, readDetails } from './recordDetails';
import { RECORDED } from '../../links/linkShape';

/** Claiming is an operation of its own. */
const STEPS = LINK_STATES.filter((state) => state !== 'claimed');

const EXPLAINED: Record<string, string> = {
	open: 'The case or signature request exists',
	decided: 'People have decided',
	applied: 'The store was changed accordingly',
	closed: 'Nothing more will happen',
};

function wantedState(run: ItemRun): ForwardState {
	const state = STEPS.find((known) => known === run.text('state', 'open'));
	if (state) return state;
	throw run.refuse({
		what: `"${run.text('state')}" is no state of a link`,
		next: `Choose one of: ${STEPS.join(', ')}.`,
	});
}

/** Whether an item goes wrong whose link is further already. @throws NodeOperationError for a word that cannot be chosen */
function refusesFurther(run: ItemRun): boolean {
	const wanted = run.text('ifFurther', 'refuse');
	if (wanted === 'skip' || wanted === 'refuse') return wanted === 'refuse';
	throw run.refuse({
		what: `If Already Further must be skip or refuse, but it is "${wanted}"`,
		next: 'Choose it from the list.',
	});
}

/** Read after the step was written: of two runs that each take their own link's last step, at least one sees the other's. */
async function otherLinks(client: StoreClient, link: Link): Promise<IDataObject[]> {
	const { owner, key } = link;
	const rounds = [...(await latestRounds(client, owner)).values()];
	const links = rounds
		.filter(({ purpose }) => purpose !== key.purpose)
		.map(({ purpose, round, record: { state, decision } }) => ({
			purpose,
			round,
			state,
			outcome: decision?.outcome ?? null,
		}));
	return [...links, ...(await otherDecisions(client, link))];
}

/** Questions of OpenText Decision say themselves whether the object waits for them. */
async function otherDecisions(client: StoreClient, { owner, key }: Link): Promise<IDataObject[]> {
	const all = (await new DecisionRounds(client, owner).all()).filter(({ value }) => parseRound(value));
	return newestRounds(all, Date.now())
		.filter(({ key: { purpose } }) => purpose !== key.purpose)
		.map(({ key: { purpose, round }, record: { state, decided, ...record } }) => ({
			purpose,
			round,
			state,
			outcome: decided?.outcome ?? null,
			holds: isHolding({ ...record, state }),
		}));
}

export const record: Operation<StoreClient> = {
	option: {
		name: 'Record',
		value: 'record',
		description: 'Move a link forward; the state that already stands is no change',
		action: 'Record a step of a link',
	},
	effect: 'change',
	scopes: linkScopes('modify', 'linkKey'),
	output: RECORDED,
	fields: [
		linkLocator,
		{
			displayName: 'State',
			name: 'state',
			type: 'options',
			options: STEPS.map((state) => ({
				name: state[0].toUpperCase() + state.slice(1),
				value: state,
				description: EXPLAINED[state],
			})),
			default: 'open',
			description: 'How far the link has come',
		},
		{
			displayName: 'Include Other Links',
			name: 'includeOthers',
			type: 'boolean',
			default: false,
			description:
				'Whether to return how the newest round of every other purpose of the object stands, for example to release an order only when nothing else holds it',
		},
		{
			displayName: 'If Already Further',
			name: 'ifFurther',
			type: 'options',
			options: [
				{ name: 'Pass Nothing On', value: 'skip', description: 'The item ends here: another run was faster' },
				{ name: 'Refuse', value: 'refuse', description: 'The item goes wrong' },
			],
			default: 'refuse',
			description: 'What to do when the link has passed the state already',
		},
		details,
	],
	async execute(run, client) {
		const state = wantedState(run);
		const link = await linkOfItem(run, client);
		const given = readDetails(run);
		const includeOthers = run.flag('includeOthers', false, 'Include Other Links');
		const isRefused = refusesFurther(run);
		const found = await existing(run, link);
		if (!isRefused && isPast(found.record.state, state)) return [];
		const result = await link.take(found, {
			state,
			run: run.functions.getExecutionId(),
			...given,
		});
		if ('link' in result) {
			return {
				changed: result.changed,
				...toItem(result.link),
				...(includeOthers && { otherLinks: await otherLinks(client, link) }),
			};
		}
		throw run.refuse({
			what: `Link ${link.fullKey} cannot be recorded as "${state}": ${result.refused}`,
			next: 'Look at the link with Get. Start a new round if the question is to be asked again.',
		});
	},
};
