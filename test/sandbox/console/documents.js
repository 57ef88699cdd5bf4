import { anchorOf } from './decisions.js';
import { chip, el, emptyState } from './dom.js';
import { ago } from './format.js';
import { MOST_ROWS, rest } from './panels.js';

/** Words and tone of a document's status code. */
const STATUSES = {
	co: ['Converting', 'plain'],
	ne: ['New', 'plain'],
	se: ['Sent', 'info'],
	vi: ['Viewed', 'info'],
	si: ['Signed', 'good'],
	sd: ['Signed and downloaded', 'good'],
	ca: ['Cancelled', 'plain'],
	de: ['Declined', 'bad'],
	ec: ['Conversion failed', 'bad'],
	es: ['Sending failed', 'bad'],
	xp: ['Expired', 'warn'],
};

const statusChip = ({ status, processing }) =>
	processing ? chip('Being finished', 'info') : chip(...(STATUSES[status] ?? [status]));

const DONE = { signer: 'signed', approver: 'approved' };
const PENDING = { signer: 'has to sign', approver: 'has to approve' };

/** How far a signer has come, in words; the first that fits. */
const PROGRESS = [
	{ when: ({ declined }) => declined, words: () => 'declined' },
	{ when: ({ forwarded }) => forwarded, words: () => 'passed it on' },
	{ when: ({ signed }) => signed, words: ({ role }) => DONE[role] },
	{ when: ({ myTurn, viewed }) => myTurn && viewed, words: ({ role }) => `is reading, ${PENDING[role]}` },
	{ when: ({ myTurn }) => myTurn, words: ({ role }) => PENDING[role] },
	{ when: () => true, words: ({ role }) => (role === 'approver' ? 'not approved' : 'not signed') },
];

const signerLine = (signer) =>
	el(
		'small',
		{},
		`${signer.full_name || signer.email}: ${PROGRESS.find(({ when }) => when(signer)).words(signer)}`,
		...(signer.myTurn
			? [
					' · ',
					el(
						'a',
						{ href: new URL(signer.link).pathname, 'data-test': 'signer-page' },
						'Open the signer page',
					),
				]
			: []),
	);

const documentItem = (record, now) =>
	el(
		'li',
		{ id: anchorOf(record.uuid), 'data-test': 'document' },
		el('strong', {}, record.name ?? 'A document'),
		statusChip(record),
		el('code', {}, record.externalId ?? 'no external id'),
		...record.signers.filter(({ role }) => role in PENDING).map(signerLine),
		el(
			'small',
			{},
			`created ${ago(Date.parse(record.created), now)}${record.deleted ? ', deleted by the sender' : ''}`,
		),
	);

/** The list of documents, newest first, or what to do when there are none. */
export const documentsPanel = (documents, now) =>
	documents.length === 0
		? [
				emptyState(
					'No documents yet.',
					'As soon as a workflow in n8n sends a document to sign, it appears here.',
				),
			]
		: [
				el(
					'ul',
					{ class: 'case-list' },
					...documents.slice(0, MOST_ROWS).map((record) => documentItem(record, now)),
				),
				rest(documents.length),
			];
