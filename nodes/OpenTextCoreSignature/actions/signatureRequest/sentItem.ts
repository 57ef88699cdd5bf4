import type { ItemRun } from '../../../shared/itemRun';
import { documentItem } from '../../records/documentItem';
import { actingLines, findPeople, personLabel } from '../../records/people';
import type { SentRequest } from '../../transport/requests';
import { signerItems } from '../../records/signers';
import { acts, type AskedPerson, type People } from './readSigners';

/** As *Required Signers* of Collect takes them. */
const asPerson = ({ email, name, order }: AskedPerson) => ({
	email,
	...(name && { name }),
	...(order !== undefined && { order }),
});

const asLeftOut = ({ name, role, order }: AskedPerson) => ({
	name: name ?? null,
	role,
	order: order ?? null,
});

/**
 * What a sending gives out: the document, for each signer whether nothing may be done without them (`required`), those who must sign or approve in the form in which Collect
 * checks them (`requiredSigners`), and who was not asked for want of an address (`leftOut`).
 *
 * @throws NodeOperationError when the document was sent before, by an earlier run, without somebody who is required now
 */
export function sentItem(run: ItemRun, { created, document }: SentRequest, people: People) {
	const lines = signerItems(document.signrequest);
	const acting = actingLines(lines);
	const others = lines.filter((line) => !acting.includes(line) && line.role !== 'sender');
	const [doers, readers] = [people.asked.filter(acts), people.asked.filter((person) => !acts(person))];
	const [doing, reading] = [findPeople(doers, acting), findPeople(readers, others)];
	const missing = doers.findIndex(({ required }, index) => required && !doing[index]);
	// A list that names nobody says nothing about who is in it.
	if (!created && acting.length > 0 && missing >= 0) {
		throw run.refuse({
			what: `The document with this external ID was sent before, but not to the required ${doers[missing].role} ${personLabel(doers[missing], missing)}`,
			next: 'Cancel that request, or send under another external ID.',
		});
	}
	const required = new Set([
		...doing.filter((_, index) => doers[index].required),
		...reading.filter((_, index) => readers[index].required),
	]);
	return {
		created,
		...documentItem(document),
		signers: lines.map((line) => ({ ...line, required: required.has(line) })),
		requiredSigners: doers.filter((person) => person.required).map(asPerson),
		leftOut: people.leftOut.map(asLeftOut),
	};
}
