import { documentsPanel } from './documents.js';
import { byId, call } from './dom.js';
import { clockTime } from './format.js';
import { casesPanel, ordersPanel } from './panels.js';
import { showTasks } from './taskCards.js';

/** Changes that follow each other within this time cost one look. */
const SETTLE_MS = 120;
/** Keeps "3 minutes ago" true while nothing happens. */
const TICK_MS = 30_000;
const NOTICE_MS = 6_000;

const SCENARIO_NAMES = {
	risky: 'Risky order',
	harmless: 'Harmless order',
	large: 'Large order',
	'fraud-flag': 'Order with a fraud flag',
	'high-value': 'Order of high value',
	'address-mismatch': 'Order with different addresses',
	'unusual-shipping': 'Order with unusual shipping',
};

/** BigCommerce's status Manual Verification Required. */
const HELD = 12;

/** What can be done with the newest order; each says what has happened. */
const NEWEST = {
	async hold({ id }) {
		await call(`/bigcommerce/orders/${id}`, { status_id: HELD });
		return `Order #${id} is on hold, as another app of the store would put it.`;
	},
	async address({ id, shipping_addresses: [address] }) {
		const elsewhere = { id: address.id, street_1: '7 Side Street', city: 'Dallas', zip: '75201' };
		await call(`/bigcommerce/orders/${id}`, { shipping_addresses: [elsewhere] });
		return `Order #${id} goes to another address now.`;
	},
	async repeat({ id }) {
		const event = { orderId: id, scope: 'store/order/updated', copies: 20, redeliver: true };
		await call('/bigcommerce/deliver', event);
		return `n8n was told 20 times at once of order #${id}.`;
	},
};

let noticeTimer;

/** Tells what happened, also to screen readers. */
function say(text, tone = 'good') {
	const notice = byId('notice');
	notice.textContent = text;
	notice.dataset.tone = tone;
	clearTimeout(noticeTimer);
	noticeTimer = setTimeout(() => (notice.textContent = ''), NOTICE_MS);
}

function showLive(state, text) {
	const live = byId('live');
	live.dataset.state = state;
	live.textContent = text;
}

/** When a task's boundary timer strikes: the case's only timer, as long as there is only one. */
const deadlinesOf = (cases) =>
	new Map(
		cases
			.filter(({ timers, tasks }) => timers.length === 1 && tasks.length === 1)
			.map(({ timers, tasks }) => [tasks[0].id, timers[0].dueAt]),
	);

/** Core Signature and its outbox; a sandbox without that service shows neither. */
async function showDocuments(now) {
	const documents = await call('/signature/documents').catch(() => undefined);
	const link = byId('outbox-link');
	link.hidden = documents === undefined;
	byId('documents-panel').hidden = documents === undefined;
	if (documents === undefined) return;
	link.setAttribute('href', '/outbox');
	byId('documents-count').textContent = documents.length;
	byId('documents').replaceChildren(...documentsPanel(documents, now).filter((part) => part !== null));
}

let users = [];

async function refresh() {
	const [{ now }, orders, cases, tasks] = await Promise.all([
		call('/clock', { advanceMs: 0 }),
		call('/bigcommerce/orders'),
		call('/workflow/cases'),
		call('/workflow/tasks'),
	]);
	if (users.length === 0) users = await call('/workflow/users');
	byId('clock').textContent = `Sandbox time ${clockTime(now)}`;
	byId('orders-count').textContent = orders.length;
	byId('cases-count').textContent = cases.length;
	byId('tasks-count').textContent = tasks.length;
	byId('orders').replaceChildren(...ordersPanel(orders, now).filter((part) => part !== null));
	byId('cases').replaceChildren(...casesPanel(cases, now).filter((part) => part !== null));
	await showDocuments(now);
	showTasks(tasks, { users, deadlines: deadlinesOf(cases), now, say });
}

let waiting;

function refreshSoon() {
	if (waiting !== undefined) return;
	waiting = setTimeout(async () => {
		waiting = undefined;
		try {
			await refresh();
		} catch (error) {
			say(`The sandbox did not answer: ${error.message}`, 'bad');
		}
	}, SETTLE_MS);
}

function listen() {
	const events = new EventSource('/_sandbox/events');
	events.onopen = () => {
		showLive('live', 'Live');
		refreshSoon();
	};
	events.onmessage = refreshSoon;
	events.onerror = () => showLive('lost', 'Connection lost, trying again');
}

/** Runs what a button stands for, once at a time, and closes the menu it may stand in. */
function onPress(button, action) {
	button.addEventListener('click', async () => {
		const menu = button.closest('details');
		if (menu !== null) {
			menu.open = false;
			menu.querySelector('summary').focus();
		}
		button.setAttribute('aria-disabled', 'true');
		try {
			say(await action());
		} catch (error) {
			say(error.message, 'bad');
		} finally {
			button.removeAttribute('aria-disabled');
			refreshSoon();
		}
	});
}

for (const button of document.querySelectorAll('[data-scenario]')) {
	const { scenario } = button.dataset;
	onPress(button, async () => {
		const order = await call('/bigcommerce/orders', { scenario });
		return `${SCENARIO_NAMES[scenario]} #${order.id} placed.`;
	});
}

for (const button of document.querySelectorAll('[data-newest]')) {
	const act = NEWEST[button.dataset.newest];
	onPress(button, async () => {
		const [order] = await call('/bigcommerce/orders');
		if (order === undefined) throw new Error('There is no order yet: place one first.');
		return await act(order);
	});
}

for (const button of document.querySelectorAll('[data-lose]')) {
	const { lose: service } = button.dataset;
	onPress(button, async () => {
		await call('/faults', { service, kind: 'dropDelivery' });
		return 'The next one will not arrive.';
	});
}

for (const button of document.querySelectorAll('[data-advance-minutes]')) {
	const minutes = Number(button.dataset.advanceMinutes);
	onPress(button, async () => {
		await call('/clock', { advanceMs: minutes * 60_000 });
		return `${button.textContent.replace(/^Let (.*) Pass$/, '$1')} have passed in the sandbox.`;
	});
}

const menu = document.querySelector('details.menu');
document.addEventListener('click', ({ target }) => {
	if (!menu.contains(target)) menu.open = false;
});
document.addEventListener('keydown', ({ key }) => {
	if (key !== 'Escape' || !menu.open) return;
	menu.open = false;
	menu.querySelector('summary').focus();
});

refreshSoon();
listen();
setInterval(refreshSoon, TICK_MS);
