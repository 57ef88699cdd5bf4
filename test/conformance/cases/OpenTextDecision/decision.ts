import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { SandboxClient } from '../../../e2e/harness/sandboxClient';
import { PublishedTrigger } from '../../../engine/support/publishedTrigger';
import type { World } from '../../../engine/support/world';
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

const asking = (order: number): INodeParameters => ({
	objectType: 'order',
	orderId: byId(order),
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

/** A question that people have in front of them, with its link key. */
const asked = async (world: World): Promise<{ order: number; key: string }> => {
	const order = await world.placeOrder();
	const item = await world.must(NODE, { resource: 'decision', operation: 'ask', ...asking(order) });
	return { order, key: linked.parse(item).link.key };
};

/** A question that people have answered, and the trigger has told. */
const decided = async (world: World): Promise<string> => {
	const { key } = await asked(world);
	const sandbox = new SandboxClient(world.sandbox.url);
	const [task] = (await sandbox.workflow.tasks()).filter(({ businessKey }) => businessKey === key);
	await sandbox.workflow.decide(task.id, { user: 'rita.reviewer@example.com', outcome: 'approved' });
	const node = 'openTextDecisionTrigger';
	const parameters = { purpose: 'risk-review' };
	const trigger = await PublishedTrigger.open({ node, parameters, credentials: world.credentials(node) });
	try {
		await trigger.poll();
	} finally {
		await trigger.close();
	}
	return key;
};

const link = (more: IDataObject): IDataObject => ({ link: more });

export const cases: Cases = {
	ask: {
		prepare: async (world) => asking(await world.placeOrder()),
		wrong: { purpose: 'Not a purpose' },
		// Its own claim, so that whoever asks next goes on with it at once.
		givesBack: /^PUT .*\/v3\/orders\/\d+\/metafields\/\d+$/,
		// Whether the model is deployed: a risky order is put on hold all the same while the service cannot tell.
		courtesy: /^GET .*\/runtime\/models\b/,
		refusal: /^Purpose must be 1 to 40 small letters, digits and hyphens, but it is "Not a purpose"$/,
		gives: () => link(expect.objectContaining({ purpose: 'risk-review', round: 1, state: 'open' })),
	},
	finish: {
		prepare: async (world) => ({
			linkKey: await decided(world),
			verdict: 'go',
			change: 'asBefore',
			note: '',
		}),
		wrong: { linkKey: 'nonsense' },
		refusal: /^"nonsense" is not a link key$/,
		gives: ({ linkKey }) => link(expect.objectContaining({ key: linkKey, state: 'applied', verdict: 'go' })),
	},
	get: {
		prepare: async (world) => ({ findBy: 'linkKey', linkKey: (await asked(world)).key }),
		wrong: { linkKey: 'nonsense' },
		refusal: /^"nonsense" is not a link key$/,
		gives: ({ linkKey }) => ({
			...link(expect.objectContaining({ key: linkKey, state: 'open' })),
			details: expect.objectContaining(DETAILS),
		}),
	},
	getAll: {
		async prepare(world) {
			await asked(world);
			return {
				...ALL,
				objectType: 'order',
				filters: { purpose: 'risk-review', state: ['open'] },
				options: { includeObject: true },
			};
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => link(expect.objectContaining({ purpose: 'risk-review', state: 'open' })),
	},
	getAuditTrail: {
		prepare: async (world) => ({
			objectType: 'order',
			orderId: byId((await asked(world)).order),
			as: 'items',
		}),
		wrong: { as: 'papyrus' },
		refusal: /^Give It As has no choice "papyrus"$/,
		gives: () => ({ ...link(expect.objectContaining({ round: 1, state: 'open' })), people: [] }),
	},
	tellAgain: {
		prepare: async (world) => ({ findBy: 'linkKey', linkKey: await decided(world) }),
		wrong: { linkKey: 'nonsense' },
		refusal: /^"nonsense" is not a link key$/,
		gives: ({ linkKey }) => ({
			toldAgain: true,
			link: expect.objectContaining({ key: linkKey, state: 'decided' }),
		}),
	},
	note: {
		prepare: async (world) => ({
			findBy: 'linkKey',
			linkKey: (await asked(world)).key,
			text: 'The customer was called',
		}),
		wrong: { linkKey: 'nonsense' },
		refusal: /^"nonsense" is not a link key$/,
		gives: ({ linkKey }) => ({
			noted: true,
			link: expect.objectContaining({ key: linkKey, state: 'open' }),
		}),
	},
	withdraw: {
		prepare: async (world) => ({
			objectType: 'order',
			orderId: byId((await asked(world)).order),
			purpose: 'risk-review',
			reason: 'No longer risky',
		}),
		wrong: { purpose: '' },
		refusal: /^Purpose is empty$/,
		gives: () => ({ withdrawn: true, reason: 'No longer risky' }),
	},
};
