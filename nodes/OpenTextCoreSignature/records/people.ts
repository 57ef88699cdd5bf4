import partition from 'lodash/partition';
import { redact } from '../../shared/errorText';
import { sameText, type SignerItem } from './signers';

/** Somebody who was asked to sign. An address is no key of a person: a family may share one, so the name, and at last the order, tell people apart. */
export interface Person {
	email?: string;
	name?: string;
	order?: number;
}

/** What a signer's line must say. */
type Line = Pick<SignerItem, 'email' | 'name' | 'order' | 'role' | 'state'>;

/** Whom a test leaves, or nobody less when it fits none of them. */
const narrowed = <L>(lines: L[], fits: (line: L) => boolean): L[] => {
	const left = lines.filter(fits);
	return left.length ? left : lines;
};

/**
 * Of several with one address, those with the name. The service may call people by the name of an account of their own: when it knows nobody of this name, it does not matter
 * who is who only if all of them count.
 */
function named<L extends Line>(lines: L[], name: string, counts: (line: L) => boolean): L[] {
	const left = lines.filter((line) => sameText(line.name, name));
	const isAllTheSame = lines.every((line) => !line.name) || lines.every(counts);
	return left.length || !isAllTheSame ? left : lines;
}

/** The lines that may be this person. */
function candidatesFor<L extends Line>(
	{ email, name, order }: Person,
	lines: L[],
	counts: (line: L) => boolean,
): L[] {
	const isOrder = (line: Line) => line.order === order;
	if (!email && !name) return lines.filter(isOrder);
	let left = lines.filter((line) => (email ? sameText(line.email, email) : sameText(line.name, name)));
	if (email && name && left.length > 1) left = named(left, name, counts);
	return left.length > 1 && order !== undefined ? narrowed(left, isOrder) : left;
}

/**
 * Finds each person among the signers, each signer for one person only: two people with one address need two signers.
 *
 * @param people who was asked
 * @param lines signers as `signerItems` gives them
 * @param counts which lines count, for example those who signed
 * @returns the line of each person, in the order of the people; undefined for those who are not there
 */
export function findPeople<L extends Line>(
	people: readonly Person[],
	lines: L[],
	counts: (line: L) => boolean = () => true,
): Array<L | undefined> {
	const wanted = people.map((person) => candidatesFor(person, lines, counts).filter(counts));
	const personOf = new Map<L, number>();
	/** Gives a person a line, and whoever has it another one (augmenting paths). */
	const place = (person: number, tried: Set<L>): boolean => {
		const [taken, free] = partition(wanted[person], (line) => personOf.has(line));
		return [...free, ...taken].some((line) => {
			if (tried.has(line)) return false;
			tried.add(line);
			const holder = personOf.get(line);
			if (holder !== undefined && !place(holder, tried)) return false;
			personOf.set(line, person);
			return true;
		});
	};
	people.forEach((_, person) => place(person, new Set()));
	return people.map((_, person) => [...personOf].find(([, holder]) => holder === person)?.[0]);
}

/** Those who sign or approve. */
export const actingLines = <L extends Pick<Line, 'role'>>(lines: L[]): L[] =>
	lines.filter(({ role }) => ['signer', 'approver'].includes(role));

/** Whether somebody signed or approved. */
export const hasSigned = ({ state }: Pick<Line, 'state'>): boolean => ['signed', 'approved'].includes(state);

/** How a person is called in texts, without the address. @param position counted from 0 */
export const personLabel = ({ name }: Person, position: number): string =>
	name ? `"${redact(name)}"` : `number ${position + 1}`;
