import { byId, chip, el } from '/dom.js';
import { signerForm } from './signerForm.js';

/** Where this person's page lives; its state, actions and files are below it. */
const PAGE = location.pathname.replace(/\/$/, '');

/** The page may be open under another name of this machine than the one in its links. */
const here = (address) => new URL(address).pathname;

/** Asks the page's own end points. Throws an Error with the service's words when it refuses. */
async function ask(path, body) {
	const response = await fetch(`${PAGE}/${path}`, {
		method: body === undefined ? 'GET' : 'POST',
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const answer = await response.json().catch(() => ({}));
	if (!response.ok) throw new Error(answer.detail ?? `The service answered with HTTP ${response.status}.`);
	return answer;
}

const DONE_WORDS = { signer: 'Signed', approver: 'Approved' };
const READER_WORDS = { sender: 'Sender', copy: 'Gets a copy', watcher: 'Follows along' };

/** How far a person has come; the first that fits. */
const PROGRESS = [
	{ when: ({ declined }) => declined, show: () => chip('Declined', 'bad') },
	{ when: ({ forwarded }) => forwarded, show: () => chip('Passed on') },
	{ when: ({ signed }) => signed, show: ({ role }) => chip(DONE_WORDS[role] ?? 'Signed', 'good') },
	{ when: ({ role }) => role in READER_WORDS, show: ({ role }) => chip(READER_WORDS[role]) },
	{
		when: ({ myTurn }) => myTurn,
		show: ({ viewed }) => chip(viewed ? 'Is reading' : 'Has the turn', 'info'),
	},
	{ when: () => true, show: ({ role }) => chip(role === 'approver' ? 'Not approved' : 'Not signed') },
];

const personItem = (person, isMe) =>
	el(
		'li',
		{},
		el('strong', {}, isMe ? `${person.name} (you)` : person.name),
		PROGRESS.find(({ when }) => when(person)).show(person),
		person.name === person.email ? null : el('small', {}, person.email),
	);

const CLOSED = {
	ca: ['This request was cancelled.', 'The sender has taken the document back. There is nothing left to do.'],
	xp: ['This request has expired.', 'The time to sign has run out. Ask the sender for a new one.'],
	de: ['This document was declined.', 'One refusal ends the request. There is nothing left to do.'],
	ec: ['This document could not be prepared.', 'The sender has been told.'],
	es: ['This document could not be sent.', 'The sender has been told.'],
};

const FINISHED = new Set(['si', 'sd']);

const declinedByMe = ({ reason }) => [
	'You have declined.',
	reason ? `The sender has been told your reason: ${reason}` : 'The sender has been told.',
];

const doneWords = ({ role }) => `Thank you, you have ${role === 'approver' ? 'approved' : 'signed'}.`;

/** What the person is told when there is nothing to do: the first that fits. `test` names it for tests. */
const NOTICES = [
	{
		test: 'closed',
		when: ({ status }) => status in CLOSED,
		words: ({ status, signer }) => (signer.declined ? declinedByMe(signer) : CLOSED[status]),
	},
	{
		test: 'done',
		when: ({ status }) => FINISHED.has(status),
		words: ({ processing, signer }) => [
			signer.signed ? doneWords(signer) : 'Everybody has signed.',
			processing
				? 'The signed document is being made.'
				: 'The document is finished. Its PDF carries all signatures.',
		],
	},
	{
		test: 'done',
		when: ({ signer }) => signer.signed,
		words: ({ signer }) => [doneWords(signer), 'You get a mail as soon as everybody has finished.'],
	},
	{
		test: 'done',
		when: ({ signer }) => signer.forwarded,
		words: () => ['You have passed the document on.', 'The other person has been asked in your place.'],
	},
	{
		test: 'reader',
		when: ({ signer }) => signer.role in READER_WORDS,
		words: () => [
			'You do not have to do anything.',
			'You may read along, and get a mail when it is finished.',
		],
	},
	{
		test: 'waiting',
		when: () => true,
		words: () => ['It is not your turn yet.', 'Others come first. You get a mail when it is your turn.'],
	},
];

const isWebAddress = (address) => /^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : '');

function notice(state) {
	const { test, words } = NOTICES.find(({ when }) => when(state));
	const [what, next] = words(state);
	const acted = state.signer.signed || state.signer.declined;
	return el(
		'div',
		{ class: 'empty', 'data-test': test },
		el('p', { class: 'empty-what' }, what),
		el('p', {}, next),
		acted && isWebAddress(state.redirectUrl ?? '')
			? el(
					'p',
					{},
					el('a', { href: state.redirectUrl, 'data-test': 'continue' }, 'Back to the sender’s site'),
				)
			: null,
	);
}

/** Shows the words once for each file they come from. */
let wordsOf;
async function showWords({ textUrl }) {
	byId('no-text').hidden = textUrl !== null;
	byId('text').hidden = textUrl === null;
	if (textUrl === wordsOf) return;
	wordsOf = textUrl;
	byId('text').textContent = textUrl === null ? '' : await (await fetch(here(textUrl))).text();
}

function showHead(state) {
	const { name, externalId, sender, subject, message, pdfUrl, status, processing } = state;
	document.title = `Sandbox: ${name ?? 'a document to sign'}`;
	byId('name').textContent = name ?? 'A document';
	byId('sender').textContent = sender === null ? '' : `From ${sender}`;
	byId('external-id').textContent = externalId ? `Reference ${externalId}` : '';
	byId('subject').textContent = subject ?? '';
	byId('message').textContent = message ?? '';
	byId('letter').hidden = !subject && !message;
	const pdf = byId('pdf');
	pdf.hidden = pdfUrl === null;
	if (pdfUrl === null) return;
	pdf.href = here(pdfUrl);
	const signed = FINISHED.has(status) && !processing;
	pdf.textContent = signed ? 'Open the signed PDF' : 'Open the PDF';
	pdf.dataset.signed = signed;
}

let shown = '';
/** The form stays the same element while it is this person's turn, so that nobody loses what they are typing. */
let form;

function show(state) {
	const text = JSON.stringify(state);
	if (text === shown) return;
	shown = text;
	const { others, signer } = state;
	showHead(state);
	const people = [...others, signer].sort((one, other) => one.order - other.order);
	byId('people').replaceChildren(...people.map((person) => personItem(person, person === signer)));
	if (!signer.myTurn) {
		const hadForm = form !== undefined;
		form = undefined;
		byId('part').replaceChildren(notice(state));
		if (hadForm) byId('part').focus();
	} else if (form === undefined) {
		form = signerForm(state, async (input) => show(await ask('act', input)));
		byId('part').replaceChildren(form);
	}
	void showWords(state);
}

let viewSent = false;

/** Opening the page on one's turn is reading the document; the service hears of it once. */
async function refresh() {
	const state = await ask('state');
	show(state);
	if (viewSent || !state.signer.myTurn || state.signer.viewed) return;
	viewSent = true;
	show(await ask('act', { action: 'view' }));
}

const tell = (error) =>
	byId('part').replaceChildren(
		el(
			'div',
			{ class: 'empty', role: 'alert' },
			el('p', { class: 'empty-what' }, 'The document cannot be shown.'),
			el('p', {}, error.message),
		),
	);

byId('pdf').addEventListener('click', ({ currentTarget }) => {
	if (currentTarget.dataset.signed === 'true') void ask('act', { action: 'download' }).then(show, tell);
});

/** Changes that follow each other within this time cost one look. */
const SETTLE_MS = 120;
let waiting;

const events = new EventSource('/_sandbox/events');
events.onmessage = () => {
	waiting ??= setTimeout(() => {
		waiting = undefined;
		refresh().catch(() => undefined);
	}, SETTLE_MS);
};
refresh().catch(tell);
