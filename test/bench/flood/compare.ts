import {
	PATIENCE_MS,
	startWorld,
	type StoredWorkflow,
	type World,
	type WorkflowFile,
} from '../../e2e/harness';
import { N8nRuntime } from '../../e2e/support/n8nRuntime';
import { create, readTemplate } from '../../e2e/support/publishedTemplate';
import { ensureN8n } from '../../run/setup/n8nCache.cjs';
import { describeTrouble } from '../../run/setup/trouble.cjs';
import { BOUNDS } from '../bounds';
import { ratioOf, type Ratio } from '../ratios';

/** Copies of one delivery that arrive at once. */
export const COPIES = 40;

const TEMPLATE = 'order-risk-review.json';
const TRIGGER = 'Order Placed or Changed';
const SCOPE = 'store/order/created';

/** Of a placed order, to the scopes of the trigger: it is created, changes, and moves to its status. */
const OWN_DELIVERIES = 3;

/** More would take long and tell no more. */
const MOST_ROUNDS = 7;

/** Rounds that are not counted: n8n compiles its nodes and opens its database. */
const WARM_UP = 1;

export interface FloodReport {
	rounds: number;
	/** copies that n8n answered with 200, of all that were sent, by workflow */
	taken: Record<Contestant, number>;
	sent: number;
	/** the time of the template as a multiple of that of its trigger alone */
	ratio: Ratio;
	ok: boolean;
}

/** Why there is no report. */
export interface Skipped {
	skipped: string;
}

type Contestant = 'template' | 'triggerAlone';
const CONTESTANTS = ['template', 'triggerAlone'] as const;

/** The trigger of a template, as it stands there, with nothing behind it. */
const triggerOf = (template: WorkflowFile): WorkflowFile => ({
	...template,
	name: `${template.name}, the trigger alone`,
	nodes: template.nodes.filter(({ name }) => name === TRIGGER),
	connections: {},
});

/** Sends the copies to the one workflow that is published, of a delivery that it has not seen. @returns how long n8n took to answer all */
async function flood(world: World, workflow: StoredWorkflow): Promise<{ ms: number; statuses: number[] }> {
	const { bigCommerce, faults } = world.sandbox.client;
	await world.client.activate(workflow.id);
	// the order's own deliveries are written down and do not leave: the copies are the first that arrive
	await faults.add({ service: 'bigcommerce', kind: 'dropDelivery', times: OWN_DELIVERIES });
	const { id } = await bigCommerce.place('risky');
	const start = performance.now();
	const { statuses } = await bigCommerce.deliver({
		orderId: id,
		scope: SCOPE,
		copies: COPIES,
		// given up early, a copy would make the slower side look quicker
		timeoutMs: PATIENCE_MS,
	});
	const ms = performance.now() - start;
	await faults.clear();
	await new N8nRuntime(world, workflow).settled();
	await world.client.deactivate(workflow.id);
	return { ms, statuses };
}

async function race(world: World, rounds: number): Promise<FloodReport> {
	const template = readTemplate(TEMPLATE);
	const workflows: Record<Contestant, StoredWorkflow> = {
		template: await create(world, template),
		triggerAlone: await create(world, triggerOf(template)),
	};
	const times: Record<Contestant, number[]> = { template: [], triggerAlone: [] };
	const taken: Record<Contestant, number> = { template: 0, triggerAlone: 0 };
	for (let round = -WARM_UP; round < rounds; round++) {
		const order = round % 2 ? [...CONTESTANTS].reverse() : CONTESTANTS;
		for (const name of order) {
			const { ms, statuses } = await flood(world, workflows[name]);
			if (round < 0) continue;
			times[name].push(ms);
			taken[name] += statuses.filter((status) => status === 200).length;
		}
	}
	const ratio = ratioOf(times.template, times.triggerAlone, BOUNDS.flood);
	const sent = rounds * COPIES;
	return { rounds, taken, sent, ratio, ok: ratio.ok && CONTESTANTS.every((name) => taken[name] === sent) };
}

/**
 * Lets a flood of copies of one delivery fall on the published template, and on its trigger alone, in one real n8n with n8n's own settings, in
 * turns.
 *
 * @param rounds how often at most
 * @param packFolder a package that is to be measured in place of this project: the flood cannot be
 * @returns the report, or why there is none: n8n cannot be had
 */
export async function compareFlood(rounds: number, packFolder?: string): Promise<FloodReport | Skipped> {
	if (packFolder !== undefined)
		return { skipped: 'an unpacked package cannot be published, only this project' };
	const trouble = await ensureN8n().then(() => undefined, describeTrouble);
	if (trouble !== undefined) return { skipped: `n8n cannot be had. ${trouble}` };
	// a full event loop must not be taken for a dead database: the flood itself is measured, not n8n's patience
	const world = await startWorld('bench-flood', { DB_PING_TIMEOUT_MS: '60000' });
	try {
		return await race(world, Math.min(rounds, MOST_ROUNDS));
	} finally {
		await world.close();
	}
}
