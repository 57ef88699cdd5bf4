import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, NOBODY, type Cases } from '../../support/operationCase';
import { NO_ORDER, NODE, valueIn } from './support';

const newLink = async (world: World): Promise<INodeParameters> => ({
	objectType: 'order',
	objectId: String(await world.placeOrder()),
	purpose: 'risk-review',
});

const claimed = async (world: World): Promise<INodeParameters> => {
	const named = await newLink(world);
	await world.must(NODE, { resource: 'link', operation: 'claim', ...named });
	return named;
};

/** One that is there, picked by what it belongs to. */
const withLink = async (world: World): Promise<INodeParameters> => {
	const { objectId } = await claimed(world);
	return picked(String(objectId));
};

const picked = (objectId: string): INodeParameters => ({
	linkKey: { __rl: true, mode: 'object', value: `order:${objectId}:risk-review` },
});

const NO_SUCH = { wrong: picked(String(NOBODY)), refusal: NO_ORDER };

const NO_OBJECT = { wrong: { objectId: String(NOBODY) }, refusal: NO_ORDER };

/** About the very object, however it is named. */
const ofObject =
	(more: object) =>
	({ linkKey, objectId }: INodeParameters) => ({
		objectId: linkKey ? valueIn(linkKey).split(':')[1] : String(objectId),
		...more,
	});

export const cases: Cases = {
	claim: { prepare: newLink, ...NO_OBJECT, gives: ofObject({ claimed: true, takenOver: false }) },
	get: { prepare: withLink, ...NO_SUCH, gives: ofObject({ state: 'claimed' }) },
	getAll: {
		prepare: async (world) => {
			const { objectType, objectId } = await claimed(world);
			return { objectType, ...ALL, filters: { objectId } };
		},
		wrong: { filters: { objectId: String(NOBODY) } },
		refusal: NO_ORDER,
		gives: () => ({ state: 'claimed', purpose: 'risk-review' }),
	},
	getLatest: {
		prepare: claimed,
		...NO_OBJECT,
		gives: ofObject({ exists: true, running: true, round: 1, claimableRound: 2 }),
	},
	record: {
		prepare: async (world, nth) => ({
			...(await withLink(world)),
			state: 'open',
			includeOthers: true,
			details: { effectId: `case-${nth}` },
		}),
		...NO_SUCH,
		gives: ofObject({ changed: true, state: 'open' }),
	},
	release: { prepare: withLink, ...NO_SUCH, gives: ofObject({ released: true, state: 'released' }) },
};
