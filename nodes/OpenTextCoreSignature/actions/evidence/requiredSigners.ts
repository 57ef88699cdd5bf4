import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { isMissing } from '../../../shared/values';
import type { SignerItem } from '../../records/signers';
import { actingLines, findPeople, hasSigned, personLabel, type Person } from '../../records/people';

const LABEL = 'Required Signers (JSON)';

/** Whom Collect insists on. */
export const requiredSignersField: INodeProperties = {
	displayName: LABEL,
	name: 'requiredSigners',
	type: 'json',
	default: '[]',
	placeholder: 'e.g. ["nathan@example.com"]',
	description: 'Without whom there is no proof: requiredSigners of Send, or a list of addresses',
};

/**
 * Who must have signed or approved.
 *
 * @returns undefined when the option was not added
 * @throws NodeOperationError when an entry names nobody
 */
export function readRequired(run: ItemRun): Person[] | undefined {
	if (!run.has(`options.${requiredSignersField.name}`)) return undefined;
	return run.jsonList(`options.${requiredSignersField.name}`, LABEL).map((entry, position) => {
		const person =
			typeof entry === 'string' ? { email: entry.trim() } : isRecord(entry) && personOf(run, entry);
		if (person && (person.email || ('name' in person && person.name))) return person;
		throw run.refuse({
			what: `Entry ${position + 1} of ${LABEL} names nobody`,
			next: 'Give an address, or an object with email or name, as Send gives them out in requiredSigners.',
		});
	});
}

function personOf(
	run: ItemRun,
	{ email, name, order }: { email?: unknown; name?: unknown; order?: unknown },
): Person {
	return {
		email: run.values.text(email, 'email'),
		name: run.values.text(name, 'name'),
		...(!isMissing(order) && { order: run.values.number(order, 'order') }),
	};
}

/**
 * Where those who must have signed or approved stand among the signers.
 *
 * @param lines as `signerItems` gives them
 * @throws NodeOperationError when one of them is not among those who did
 */
export function assertSigned(run: ItemRun, people: Person[], lines: SignerItem[]): Set<number> {
	const found = findPeople(people, actingLines(lines), hasSigned);
	const missing = found.indexOf(undefined);
	if (missing >= 0) {
		throw run.refuse({
			what: `The required signer ${personLabel(people[missing], missing)} is not among those who signed or approved`,
			next: 'Nothing of it counts as proof without that person: look at the signers of the document.',
		});
	}
	return new Set(found.map((line) => lines.findIndex((candidate) => candidate === line)));
}
