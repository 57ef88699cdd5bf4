import sumBy from 'lodash/sumBy';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { about, outputsOf, type Decisions } from './decisions';
import type { Beside } from './killedBeside';
import type { End } from './killedJobs';
import type { Way } from './killedWays';
import type { World } from './world';

const WHOLE = ['claimed', 'open', 'decided', 'applied'];

const countOf = (text: string, part: string) => text.split(part).length - 1;

const audited = z.object({
	link: z.object({ key: z.string(), state: z.string(), verdict: z.string() }),
	people: z.array(z.object({ who: z.string() })),
	steps: z.array(z.object({ state: z.string() })),
});

const given = z.object({ total_amount: z.string() });

const sent = z.object({ items: z.array(z.object({ quantity: z.number() })) });

/** What is done to an order for a decision, and how people were asked. */
export interface Ended {
	id: number;
	end: End;
	way: Way;
	/** Left out: nobody else asks about the order. */
	beside?: Beside;
}

/** What is not as it must be at the end; empty when all is. */
export async function faultsOf(world: World, decisions: Decisions, ended: Ended): Promise<string[]> {
	const { id, end, way, beside } = ended;

	/** What the store lists of the order. */
	async function listOf<Shape extends z.ZodType>(
		shape: Shape,
		resource: string,
		parameters: INodeParameters,
	) {
		const run = { resource, operation: 'getAll', returnAll: true, ...parameters };
		const { outputs } = await world.run('bigCommerce', run);
		return z.array(shape).parse(outputs.flat().map(({ json }) => json));
	}

	/** What an auditor is shown of the order: its first question, those that must not be there, and what was asked beside. */
	async function trailOf() {
		const trail = { resource: 'decision', operation: 'getAuditTrail', as: 'items', askBy: way.askBy };
		const items = outputsOf(await world.run('openTextDecision', { ...trail, ...about(id) }));
		const all = z.array(audited).parse(items.flat());
		const [first, ...rest] = all.filter(({ link }) => link.key !== beside?.key);
		return { ...first, rest, other: all.find(({ link }) => link.key === beside?.key) };
	}

	const asked = await way.asked();
	const order = await decisions.orderOf(id);
	const notes = String(order.staff_notes);
	const refunds = await listOf(given, 'refund', { filters: { orderId: String(id) } });
	const shipments = await listOf(sent, 'shipment', about(id));
	const { link, people, steps, rest, other } = await trailOf();
	const facts: Array<[string, unknown, unknown]> = [
		['questions', asked.join(), link.key],
		['other rounds in the audit trail', rest.length, 0],
		['refunds', refunds.map((refund) => refund.total_amount).join(), end.refunds.join()],
		['shipments', shipments.map(({ items }) => sumBy(items, 'quantity')).join(), end.shipments.join()],
		['status of the order', order.status_id, end.status],
		['payment', order.payment_status, end.payment],
		['state', `${link.state}/${link.verdict}`, end.recorded],
		['notes of the hold', countOf(notes, 'Risk review: on hold'), 1],
		['notes of the decision', countOf(notes, `Risk review: ${end.outcome}`), 1],
		['who answered', people.map(({ who }) => who).join(), way.who],
		['steps', [...new Set(steps.map((step) => step.state))].join(), WHOLE.join()],
		['the decision beside it', other && `${other.link.state}/${other.link.verdict}`, beside && 'applied/go'],
	];
	return facts.flatMap(([name, is, must]) =>
		is === must ? [] : [`${name}: ${String(is)}, not ${String(must)}`],
	);
}
