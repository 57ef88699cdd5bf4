import type { INodeParameters } from 'n8n-workflow';
import { about, AWAITING_FULFILLMENT } from './decisions';

const SHIPPED = 2;
const REFUNDED = 4;
const CANCELLED = 5;

/** One node that runs. */
export interface Run {
	node: string;
	parameters: INodeParameters;
}

/** What is done to an order for a decision. */
type Step = (orderId: number, linkKey: string) => Run;

/** How people decide, what follows of it, and how it must stand then. */
export interface End {
	outcome: 'approved' | 'rejected' | 'signed';
	way?: 'case' | 'signature';
	/** One after the other, the last of them Finish. */
	carryOut: readonly Step[];
	/** What was given back, by refund. */
	refunds: readonly string[];
	/** Pieces that were sent, by shipment. */
	shipments: readonly number[];
	status: number;
	/** What became of the payment, as the order says it. */
	payment: string;
	recorded: string;
}

const effect =
	(resource: string, more: INodeParameters): Step =>
	(id, forDecision) => ({
		node: 'bigCommerce',
		parameters: { resource, operation: 'create', ...about(id), ...more, forDecision },
	});

const finish =
	(more: INodeParameters): Step =>
	(_id, linkKey) => ({
		node: 'openTextDecision',
		parameters: { resource: 'decision', operation: 'finish', linkKey, ...more },
	});

const STOP = finish({ verdict: 'stop', change: 'status', statusId: CANCELLED });

const GO = finish({ verdict: 'go', change: 'asBefore' });

const SHIP = effect('shipment', { what: 'open' });

/** People say no, and money goes back. */
const rejected = (
	given: INodeParameters,
	refunds: readonly string[],
	after: Pick<End, 'status' | 'payment'>,
): End => ({
	outcome: 'rejected',
	carryOut: [effect('refund', given), STOP],
	refunds,
	shipments: [],
	...after,
	recorded: 'applied/stop',
});

const PARTLY = { status: CANCELLED, payment: 'partially refunded' };

const WHOLE = rejected({ what: 'order' }, ['61.56'], { status: REFUNDED, payment: 'refunded' });

const LINES = rejected({ what: 'lines', lines: 'MUG-GRY 1' }, ['26.46'], PARTLY);

const AMOUNT = rejected({ what: 'amount', amount: '12.50' }, ['12.50'], PARTLY);

const VOIDED = rejected({ what: 'order' }, [], { status: CANCELLED, payment: 'void' });

const APPROVED: End = {
	outcome: 'approved',
	carryOut: [GO],
	refunds: [],
	shipments: [],
	status: AWAITING_FULFILLMENT,
	payment: 'captured',
	recorded: 'applied/go',
};

const SIGNED: End = { ...APPROVED, outcome: 'signed', way: 'signature' };

const SENT: End = { ...APPROVED, carryOut: [SHIP, GO], shipments: [2], status: SHIPPED };

/** When another decision about the same order, which holds it too, is finished with Go: before the step that is killed, right after, or when all else is done. */
export type Other = 'before' | 'meanwhile' | 'after';

/** What is killed: the question itself, or a step of what follows it, counted from 0. */
export interface Job {
	end: End;
	step?: number;
	/** What differs in the order that a shopper places. */
	placed?: object;
	/** Left out: nobody else asks about the order. */
	other?: Other;
	/** How many changes go out, when nothing goes wrong, at least. */
	least?: number;
}

const AUTHORISED = { payment_status: 'authorized' };

export const JOBS: Readonly<Record<string, Job>> = {
	Ask: { end: WHOLE },
	'Ask by signature': { end: SIGNED },
	'Ask about an order that another question holds': { end: APPROVED, other: 'after' },
	'Refund of the whole order': { end: WHOLE, step: 0 },
	'Refund of lines': { end: LINES, step: 0 },
	'Refund of an amount': { end: AMOUNT, step: 0 },
	'Refund that voids an authorised payment': { end: VOIDED, step: 0, placed: AUTHORISED },
	'Shipment of everything open': { end: SENT, step: 0 },
	'Finish with Stop': { end: WHOLE, step: 1 },
	'Finish with Stop of what was voided': { end: VOIDED, step: 1, placed: AUTHORISED },
	'Finish with Go': { end: APPROVED, step: 0 },
	'Finish with Go of the last that holds the order': { end: APPROVED, step: 0, other: 'before' },
	'Finish with Go while another lets go of the order': {
		end: APPROVED,
		step: 0,
		other: 'meanwhile',
		least: 1,
	},
	'Finish with Go of an order that another still holds': {
		end: APPROVED,
		step: 0,
		other: 'after',
		least: 1,
	},
};
