import { anchorOf, decisionsList } from './decisions.js';
import { chip, el, emptyState } from './dom.js';
import { ago, money, words } from './format.js';

/** More rows than this are counted, not shown. */
export const MOST_ROWS = 50;

/** Tone of an order status (ids of BigCommerce's order statuses). */
const STATUS_TONES = { 2: 'good', 5: 'bad', 6: 'bad', 10: 'good', 11: 'good', 12: 'warn', 13: 'warn' };

const OUTCOME_TONES = { approved: 'good', rejected: 'bad' };

/** A cell that may be empty: a dash for the eye, nothing on a narrow page. */
const maybeCell = (label, className, content) =>
	content === undefined
		? cell(label, `${className} none`, el('span', { class: 'quiet', 'aria-label': 'none' }, '–'))
		: cell(label, className, content);

const table = (className, heads, rows) =>
	el(
		'table',
		{ class: className },
		el(
			'thead',
			{},
			el('tr', {}, ...heads.map((head) => el('th', { scope: 'col', class: head.className }, head.text))),
		),
		el('tbody', {}, ...rows),
	);

const cell = (label, className, ...children) =>
	el('td', { 'data-label': label, class: className }, ...children);

export const rest = (total) =>
	total > MOST_ROWS ? el('p', { class: 'rest' }, `and ${total - MOST_ROWS} more, not shown here`) : null;

const lastNote = (order) =>
	String(order.staff_notes ?? '')
		.split('\n')
		.map((line) => line.trim())
		.findLast((line) => line !== '');

function orderRow(order, now) {
	const { billing_address: billing = {} } = order;
	const note = lastNote(order);
	return el(
		'tr',
		{},
		cell(
			'Order',
			'id',
			el('strong', {}, `#${order.id}`),
			el('small', {}, ago(Date.parse(order.date_created), now)),
		),
		cell('Customer', 'name', `${billing.first_name ?? ''} ${billing.last_name ?? ''}`.trim() || 'Guest'),
		cell('Total', 'number', money(order.total_inc_tax, order.currency_code)),
		cell('Status', '', chip(order.custom_status || order.status, STATUS_TONES[order.status_id])),
		maybeCell('Decisions', 'decided', decisionsList(order)),
		maybeCell(
			'Last staff note',
			'note',
			note === undefined ? undefined : el('span', { title: order.staff_notes }, note),
		),
	);
}

/** The table of orders, or what to do when there are none. */
export const ordersPanel = (orders, now) =>
	orders.length === 0
		? [emptyState('No orders yet.', 'Choose “Place a Risky Order” to see one held back for review.')]
		: [
				table(
					'orders-table',
					[
						{ text: 'Order' },
						{ text: 'Customer' },
						{ text: 'Total', className: 'number' },
						{ text: 'Status' },
						{ text: 'Decisions' },
						{ text: 'Last staff note', className: 'note' },
					],
					orders.slice(0, MOST_ROWS).map((order) => orderRow(order, now)),
				),
				rest(orders.length),
			];

const STATE_CHIPS = {
	running: () => chip('Running', 'info'),
	suspended: () => chip('Suspended', 'warn'),
	ended: ({ outcome, deleteReason, endActivityId }) => {
		if (endActivityId === null) return chip('Cancelled', 'bad');
		if (deleteReason !== null) return chip('Ended', 'plain');
		return chip(outcome === null ? 'Ended' : words(outcome), OUTCOME_TONES[outcome]);
	},
};

const whereItStands = ({ state, tasks, endActivityId, deleteReason }) => {
	if (state === 'ended') return endActivityId === null ? deleteReason : `Ended at ${endActivityId}`;
	return tasks.map(({ name }) => name).join(', ') || 'Between two steps';
};

const caseItem = (record, now) =>
	el(
		'li',
		{ id: anchorOf(record.id) },
		el('strong', {}, record.name ?? record.processDefinitionName),
		STATE_CHIPS[record.state](record),
		el('code', {}, record.businessKey ?? 'no business key'),
		el('small', {}, `${whereItStands(record)}, ${ago(record.endTime ?? record.startTime, now)}`),
	);

/** The list of cases, newest first, or what to do when there are none. */
export const casesPanel = (cases, now) =>
	cases.length === 0
		? [
				emptyState(
					'No cases yet.',
					'Activate “Order Risk Review” in n8n, then place a risky order: its case appears here.',
				),
			]
		: [
				el('ul', { class: 'case-list' }, ...cases.slice(0, MOST_ROWS).map((record) => caseItem(record, now))),
				rest(cases.length),
			];
