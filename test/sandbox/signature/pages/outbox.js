import { byId, call, chip, el, emptyState } from '/dom.js';
import { clockTime } from '/format.js';

const KINDS = {
	invitation: ['Invitation', 'info'],
	reminder: ['Reminder', 'warn'],
	copy: ['For information', 'plain'],
	finished: ['Finished', 'good'],
	declined: ['Declined', 'bad'],
	cancelled: ['Cancelled', 'plain'],
	expired: ['Expired', 'warn'],
};

/** Kinds that ask their reader to do something. */
const ASKING = new Set(['invitation', 'reminder']);

const mailItem = ({ to, kind, subject, message, link, at }) =>
	el(
		'li',
		{ class: 'mail', 'data-test': 'mail' },
		el('strong', {}, subject),
		chip(...(KINDS[kind] ?? [kind])),
		el('small', {}, `To ${to}, ${clockTime(at)}`),
		message ? el('p', { class: 'message' }, message) : null,
		// the page may be open under another name of this machine than the one in its links
		el(
			'a',
			{ href: new URL(link).pathname, 'data-test': 'link' },
			ASKING.has(kind) ? 'Open the document to sign' : 'Open the document',
		),
	);

async function refresh() {
	const mails = await call('/signature/outbox');
	byId('mails-count').textContent = mails.length;
	byId('mails').replaceChildren(
		mails.length === 0
			? emptyState('No mails yet.', 'As soon as a document is sent, the mails to its signers appear here.')
			: el('ul', { class: 'case-list' }, ...mails.map(mailItem)),
	);
}

function showLive(state, text) {
	byId('live').dataset.state = state;
	byId('live').textContent = text;
}

/** Changes that follow each other within this time cost one look. */
const SETTLE_MS = 120;
let waiting;

function refreshSoon() {
	waiting ??= setTimeout(() => {
		waiting = undefined;
		refresh().catch(() => showLive('lost', 'The sandbox did not answer'));
	}, SETTLE_MS);
}

const events = new EventSource('/_sandbox/events');
events.onopen = () => {
	showLive('live', 'Live');
	refreshSoon();
};
events.onmessage = refreshSoon;
events.onerror = () => showLive('lost', 'Connection lost, trying again');
