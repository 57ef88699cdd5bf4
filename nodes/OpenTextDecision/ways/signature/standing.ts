import type { QuestionSigner, Question } from '../../../shared/decision/roundRecord';
import { documentItem } from '../../../OpenTextCoreSignature/records/documentItem';
import { actingLines, findPeople, hasSigned } from '../../../OpenTextCoreSignature/records/people';
import { hasToAct, signerItems, type SignerItem } from '../../../OpenTextCoreSignature/records/signers';
import type { Document } from '../../../OpenTextCoreSignature/transport/documents';
import { outcomeOf } from '../../../OpenTextCoreSignature/transport/statuses';
import type { Person, Place, Standing } from '../way';

export const placeOf = ({ uuid = '', url }: Document): Place => ({
	system: 'signature',
	id: uuid,
	...(url && { url }),
});

const personOf = ({ email, name, order }: QuestionSigner) => ({
	...(email !== undefined && { email }),
	...(name !== undefined && { name }),
	order,
});

/** The link of who is asked next without a mail (Core Signature reference 7.5). */
export const signingLinkOf = ({ signrequest }: Document): string | undefined => {
	const open = (signrequest?.signers ?? []).filter(hasToAct);
	const first = Math.min(...open.map(({ order = 0 }) => order));
	return open.find(({ order = 0, embed_url: link }) => order === first && link)?.embed_url;
};

/** When somebody acted; null while they have not. */
const actedAt = ({ signedAt, declinedAt }: SignerItem): string | null => signedAt ?? declinedAt;

const hasActed = (line: SignerItem): boolean => actedAt(line) !== null;

/** Who acted, in their order, under the roles in which they were asked. Somebody who took a task over has none. */
export function peopleIn(lines: SignerItem[], signers: readonly QuestionSigner[]): Person[] {
	const found = findPeople(signers.map(personOf), lines);
	return lines
		.filter(hasActed)
		.sort((one, other) => String(actedAt(one)).localeCompare(String(actedAt(other))))
		.map((line) => {
			const asked = found.indexOf(line);
			return {
				who: line.email ?? '',
				step: asked < 0 ? null : signers[asked].role,
				at: actedAt(line),
				outcome: line.state,
			};
		});
}

/** Whether those who signed are those who were asked: a task that was handed on is another person's word (decisions page, section 3). */
export function isAsAsked(lines: SignerItem[], signers: readonly QuestionSigner[]): boolean {
	const asked = findPeople(signers.map(personOf), lines);
	return lines.every((line) => line.state !== 'forwarded' && (!hasSigned(line) || asked.includes(line)));
}

/** A document that was sent, as it stands now. */
export function standingOf(document: Document, { signers = [] }: Question): Standing {
	const outcome = outcomeOf(document);
	const lines = actingLines(signerItems(document.signrequest));
	const item = documentItem(document);
	const people = peopleIn(lines, signers);
	const link = signingLinkOf(document);
	const { reason = outcome === 'failed' ? item.status : undefined } = item;
	const last = outcome === 'declined' ? people.find(({ outcome: own }) => own === 'declined') : people.at(-1);
	return {
		place: placeOf(document),
		...(outcome !== 'pending' && { outcome }),
		...(outcome !== 'pending' && last?.at && { endedAt: last.at }),
		...(reason && { reason }),
		async decider() {
			const isTheirs = last && (outcome === 'signed' || outcome === 'declined');
			return await Promise.resolve({
				...(isTheirs && last.who && { by: last.who }),
				...(isTheirs && last.at && { at: last.at }),
			});
		},
		isAsAsked: isAsAsked(lines, signers),
		...(link && { signingLink: link }),
		people: async () => await Promise.resolve(people),
		told: { document: item },
	};
}
