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
const rejected = (given: INodeParameters, refund: string, status: number): End => ({
	outcome: 'rejected',
	carryOut: [effect('refund', given), STOP],
	refunds: [refund],
	shipments: [],
	status,
	recorded: 'applied/stop',
});

const WHOLE = rejected({ what: 'order' }, '61.56', REFUNDED);

const LINES = rejected({ what: 'lines', lines: 'MUG-GRY 1' }, '26.46', CANCELLED);

const AMOUNT = rejected({ what: 'amount', amount: '12.50' }, '12.50', CANCELLED);

const APPROVED: End = {
	outcome: 'approved',
	carryOut: [GO],
	refunds: [],
	shipments: [],
	status: AWAITING_FULFILLMENT,
	recorded: 'applied/go',
};

const SIGNED: End = { ...APPROVED, outcome: 'signed', way: 'signature' };

const SENT: End = { ...APPROVED, carryOut: [SHIP, GO], shipments: [2], status: SHIPPED };

/** What is killed: the question itself, or a step of what follows it, counted from 0. */
export interface Job {
	end: End;
	step?: number;
}

export const JOBS: Readonly<Record<string, Job>> = {
	Ask: { end: WHOLE },
	'Ask by signature': { end: SIGNED },
	'Refund of the whole order': { end: WHOLE, step: 0 },
	'Refund of lines': { end: LINES, step: 0 },
	'Refund of an amount': { end: AMOUNT, step: 0 },
	'Shipment of everything open': { end: SENT, step: 0 },
	'Finish with Stop': { end: WHOLE, step: 1 },
	'Finish with Go': { end: APPROVED, step: 0 },
};
