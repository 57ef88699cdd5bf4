import { cancelRequest } from '../../OpenTextCoreSignature/records/cancelRequest';
import { findDocument, requestIdOf, type Document } from '../../OpenTextCoreSignature/transport/documents';
import { eventsSince } from '../../OpenTextCoreSignature/transport/eventLog';
import { wholePage } from '../../shared/files/fileContent';
import { INFERRED } from '../../OpenTextCoreSignature/transport/inferred';
import { sendOnce } from '../../OpenTextCoreSignature/transport/requests';
import type { ServiceEvent } from '../../OpenTextCoreSignature/transport/serviceEvent';
import type { Services } from '../transport/Services';
import { contentOf, faultOf } from './signature/content';
import { endedIn, happeningsIn, movedIn } from './signature/happened';
import { peopleOf, signerBodies } from './signature/people';
import { placeOf, signingLinkOf, standingOf } from './signature/standing';
import { untouchedOf } from './signature/untouched';
import type { Asked, Happening, Way } from './way';

const DAY_MS = 24 * 3_600_000;

/** Days that the service takes (Core Signature reference 8, point 11). */
const MOST_DAYS = 730;

/** What the clocks of the service and of n8n may differ by. */
const CLOCKS_MS = 10 * 60_000;

const NEVER = Number.POSITIVE_INFINITY;

/** In how many days the service ends what nobody signed. */
const daysUntil = (deadline: string | undefined): number =>
	Math.min(MOST_DAYS, Math.max(1, Math.round((Date.parse(deadline ?? '') - Date.now()) / DAY_MS) || 1));

/** People are asked to sign a document. */
export const signatureWay = ({ signatures }: Pick<Services, 'signatures'>): Way => {
	/** The document of a question that was sent; one that was only uploaded asks nobody. */
	const documentOf = async ({ record }: Asked): Promise<Document | undefined> => {
		const found = await findDocument(signatures, { externalId: record.key });
		return found && requestIdOf(found) !== undefined ? found : undefined;
	};
	/** One poll reads the log once. */
	let read: { since: number; events: Promise<ServiceEvent[]> } | undefined;
	const eventsOf = async ({ since, stopAt }: { since: number; stopAt: number }): Promise<ServiceEvent[]> => {
		if (read?.since !== since) read = { since, events: eventsSince(signatures, { since, stopAt }) };
		return await read.events;
	};
	/** Whether the filter is honoured is not certain, so every event is looked at once more (Core Signature reference 9, point 7). */
	const happeningsOf = async (document: Document, askedAt: number): Promise<Happening[]> => {
		const query = { document__uuid: document.uuid ?? '' };
		const since = askedAt - CLOCKS_MS;
		return happeningsIn(await eventsSince(signatures, { since, stopAt: NEVER, query }), document);
	};
	return {
		endsItself: true,

		async check(run, question) {
			const fault = await faultOf(question);
			if (fault === undefined) return;
			throw run.refuse({
				what: `The document ${fault}`,
				next: 'Correct Document or Signers, then run this item again.',
			});
		},

		async open(run, opening) {
			const { key, record } = opening.round;
			const { name, files = [] } = record.question;
			const asked = peopleOf(record.question);
			const page = await contentOf(opening, asked, run.functions.getTimezone() || 'utc');
			const title = `${name}: ${opening.type.one} ${key.objectId}`;
			const { document } = await sendOnce(run.functions, signatures, {
				externalId: record.key,
				signers: signerBodies(asked, record.key),
				fields: {
					who: 'o',
					name: title,
					subject: title,
					...(record.ifPassed !== 'tell' && { auto_expire_days: daysUntil(record.deadline) }),
					send_reminders: true,
					...(files.length
						? { required_attachments: files.map((file) => ({ name: file })) }
						: { disable_attachments: true }),
				},
				withContent: (fields) => ({
					...fields,
					file_from_content: Buffer.from(wholePage(page), 'utf8').toString('base64'),
					file_from_content_name: `${key.purpose}-${key.objectId}${INFERRED.htmlExtension}`,
				}),
			});
			const link = signingLinkOf(document);
			return { place: placeOf(document), ...(link && { signingLink: link }) };
		},

		async find(round) {
			const document = await documentOf(round);
			if (!document) return undefined;
			const askedAt = Date.parse(round.record.claimedAt) || 0;
			return {
				...standingOf(document, round.record.question),
				happenings: async () => await happeningsOf(document, askedAt),
			};
		},

		async end(functions, round) {
			const document = await documentOf(round);
			if (document) await cancelRequest(functions, signatures, document);
		},

		// The log may be too long to be read far back, and so everything open is looked at then that the list does not show to be as it was.
		async ended({ since, open, ...sought }) {
			if (since !== undefined) return { keys: endedIn(await eventsOf({ ...sought, since }), sought.whose) };
			const keys = new Set(open.map(({ record }) => record.key));
			const untouched = await untouchedOf(signatures, keys, sought.stopAt);
			return { keys: new Set([...keys].filter((key) => !untouched.has(key))) };
		},

		moved: async (sought) => movedIn(await eventsOf(sought), sought.whose),
	};
};
