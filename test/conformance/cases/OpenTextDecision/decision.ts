import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { SandboxClient } from '../../../e2e/harness/sandboxClient';
import { PublishedTrigger } from '../../../engine/support/publishedTrigger';
import type { World } from '../../../engine/support/world';
import { CART_ID } from '../../../sandbox/bigcommerce/carts';
import { MANAGER_GROUP, REVIEWER_GROUP, SERVICE_GROUP } from '../../../sandbox/workflow/directory';
import { ALL, byId, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';

const NODE = 'openTextDecision';

const linked = z.object({ link: z.object({ key: z.string() }) });

const DETAILS = {
	reviewReason: 'High value',
	reviewersGroup: REVIEWER_GROUP,
	managersGroup: MANAGER_GROUP,
	serviceGroup: SERVICE_GROUP,
};

/** What is signed where it is asked by signature. */
const SIGNED = {
	document: '<p>{{ reviewReason }}</p>[[s|buyer|r:1]]',
	signers: { signer: [{ role: 'buyer', email: 'buyer@example.com' }] },
};

/** What people decide about. */
interface Subject {
	type: string;
	id: number | string;
}

/** The type that each case is run about, and that has to be placed first. */
export const ORDER = 'order';

const order = async (world: World): Promise<Subject> => ({ type: ORDER, id: await world.placeOrder() });

/** One of each other type that the sandbox has; a type without one fails the walk. */
const OTHERS: readonly Subject[] = [
	{ type: 'brand', id: 35 },
	{ type: 'cart', id: CART_ID },
	{ type: 'category', id: 23 },
	{ type: 'channel', id: 2 },
	{ type: 'company', id: 801 },
	{ type: 'coupon', id: 'WELCOME' },
	{ type: 'customer', id: 32 },
	{ type: 'customerGroup', id: 2 },
	{ type: 'location', id: 1 },
	{ type: 'priceList', id: 3 },
	{ type: 'product', id: 111 },
	{ type: 'promotion', id: 61 },
	{ type: 'quote', id: 9001 },
	{ type: 'variant', id: 77 },
];

const about = ({ type, id }: Subject): INodeParameters => ({
	objectType: type,
	[type === ORDER ? 'orderId' : 'objectId']: byId(id),
});

const asking = (subject: Subject): INodeParameters => ({
	...about(subject),
	purpose: 'risk-review',
	name: 'Risk review',
	modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
	...SIGNED,
	details: {
		detail: Object.entries(DETAILS).map(([name, value]) => ({ name, value })),
	},
	watch: ['total', 'lines', 'addresses', 'shippingMethod', 'customer', 'refunds'],
	hold: 'hold',
	answerWantedWithin: 24,
});

/** Puts a question to people, and gives its link key. */
const asked = async (world: World, subject: Subject): Promise<string> => {
	const item = await world.must(NODE, { resource: 'decision', operation: 'ask', ...asking(subject) });
	return linked.parse(item).link.key;
};

/** A question that people have answered, and the trigger has told. */
const decided = async (world: World, subject: Subject): Promise<string> => {
	const key = await asked(world, subject);
	const sandbox = new SandboxClient(world.sandbox.url);
	const [task] = (await sandbox.workflow.tasks()).filter(({ businessKey }) => businessKey === key);
	await sandbox.workflow.decide(task.id, { user: 'rita.reviewer@example.com', outcome: 'approved' });
	const node = 'openTextDecisionTrigger';
	const parameters = { purpose: 'risk-review', objectType: subject.type };
	const trigger = await PublishedTrigger.open({ node, parameters, credentials: world.credentials(node) });
	try {
		await trigger.poll();
	} finally {
		await trigger.close();
	}
	return key;
};

const link = (more: IDataObject): IDataObject => ({ link: more });

/** The same for an order, and for one of each other kind. */
const forEach = (prepare: (world: World, subject: Subject) => Promise<INodeParameters>) => ({
	prepare: async (world: World) => await prepare(world, await order(world)),
	others: Object.fromEntries(
		OTHERS.map((subject) => [`a ${subject.type}`, async (world: World) => await prepare(world, subject)]),
	),
});

export const cases: Cases = {
	ask: {
		...forEach(async (_world, subject) => await Promise.resolve(asking(subject))),
		wrong: { purpose: 'Not a purpose' },
		// Its own claim, so that whoever asks next goes on with it at once.
		givesBack: /^PUT .*\/v3\/orders\/\d+\/metafields\/\d+$/,
		// Whether the model is deployed: a risky order is put on hold all the same while the service cannot tell.
		courtesy: /^GET .*\/runtime\/models\b/,
		refusal: /^Purpose must be 1 to 40 small letters, digits and hyphens, but it is "Not a purpose"$/,
		gives: () => link(expect.objectContaining({ purpose: 'risk-review', round: 1, state: 'open' })),
	},
	finish: {
		...forEach(async (world, subject) => ({
			linkKey: await decided(world, subject),
			verdict: 'go',
			change: 'asBefore',
			note: '',
		})),
		wrong: { linkKey: 'nonsense' },
		refusal: /^"nonsense" is not a link key$/,
		gives: ({ linkKey }) => link(expect.objectContaining({ key: linkKey, state: 'applied', verdict: 'go' })),
	},
	get: {
		...forEach(async (world, subject) => ({ findBy: 'linkKey', linkKey: await asked(world, subject) })),
		wrong: { linkKey: 'nonsense' },
		refusal: /^"nonsense" is not a link key$/,
		gives: ({ linkKey }) => ({
			...link(expect.objectContaining({ key: linkKey, state: 'open' })),
			details: expect.objectContaining(DETAILS),
		}),
	},
	getAll: {
		...forEach(async (world, subject) => {
			await asked(world, subject);
			return {
				...ALL,
				objectType: subject.type,
				filters: { purpose: 'risk-review', state: ['open'] },
				options: { includeObject: true },
			};
		}),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => link(expect.objectContaining({ purpose: 'risk-review', state: 'open' })),
	},
	getAuditTrail: {
		...forEach(async (world, subject) => {
			await asked(world, subject);
			return { ...about(subject), as: 'items' };
		}),
		wrong: { as: 'papyrus' },
		refusal: /^Give It As has no choice "papyrus"$/,
		gives: () => ({ ...link(expect.objectContaining({ round: 1, state: 'open' })), people: [] }),
	},
	tellAgain: {
		...forEach(async (world, subject) => ({ findBy: 'linkKey', linkKey: await decided(world, subject) })),
		wrong: { linkKey: 'nonsense' },
		refusal: /^"nonsense" is not a link key$/,
		gives: ({ linkKey }) => ({
			toldAgain: true,
			link: expect.objectContaining({ key: linkKey, state: 'decided' }),
		}),
	},
	note: {
		...forEach(async (world, subject) => ({
			findBy: 'linkKey',
			linkKey: await asked(world, subject),
			text: 'The customer was called',
		})),
		wrong: { linkKey: 'nonsense' },
		refusal: /^"nonsense" is not a link key$/,
		gives: ({ linkKey }) => ({
			noted: true,
			link: expect.objectContaining({ key: linkKey, state: 'open' }),
		}),
	},
	withdraw: {
		...forEach(async (world, subject) => {
			await asked(world, subject);
			return { ...about(subject), purpose: 'risk-review', reason: 'No longer risky' };
		}),
		wrong: { purpose: '' },
		refusal: /^Purpose is empty$/,
		gives: () => ({ withdrawn: true, reason: 'No longer risky' }),
	},
};
