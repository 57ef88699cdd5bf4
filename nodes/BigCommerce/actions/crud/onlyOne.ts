import type { ItemRun } from '../../../shared/itemRun';

/** What is found by a key that may be on several. */
interface Sought {
	/** Several of them: customers. */
	words: string;
	/** The key in the middle of a sentence: e-mail address. */
	called: string;
	/** By what one of them can be chosen all the same; left out: ID. */
	by?: string;
}

/** The one that a Create or Update by a key is about, undefined where there is none. @throws NodeOperationError when several have the key */
export function onlyOne<Row>(
	run: ItemRun,
	found: readonly Row[],
	{ words, called, by = 'ID' }: Sought,
): Row | undefined {
	if (found.length < 2) return found[0];
	throw run.refuse({
		what: `Several ${words} have this ${called}`,
		next: `Use Update, and choose the one by ${by}.`,
	});
}
