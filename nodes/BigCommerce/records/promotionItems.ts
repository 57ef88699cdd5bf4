import { isRecord } from '../../shared/isRecord';

/** What rules name by numbers. */
export const NAMED = ['brands', 'categories', 'products', 'variants'] as const;

export type Named = (typeof NAMED)[number];

/** What a sentence about rules is made with. */
export interface Around {
	/** By their numbers; one that was deleted is not there. */
	names: Readonly<Record<Named, ReadonlyMap<number, string>>>;
	/** Of its amounts; `*` for any. */
	currency?: string;
}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** `a, b or c` */
export const joined = (texts: readonly string[], word: 'and' | 'or'): string =>
	texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1) ?? ''}`;

const quoted = (text: unknown): string => `“${String(text)}”`;

const BEFORE: Readonly<Record<Named, string>> = {
	brands: 'of brand',
	categories: 'in category',
	products: 'of product',
	variants: 'of variant',
};

/** `in category “Lighting” (23) or “Lamps” (24)` */
const those =
	(kind: Named) =>
	(ids: unknown, { names }: Around): string => {
		const shown = listOf(ids).map((id) => {
			const name = names[kind].get(Number(id));
			return name ? `${quoted(name)} (${String(id)})` : String(id);
		});
		return `${BEFORE[kind]} ${joined(shown, 'or')}`;
	};

/** By a text of the product. @param type of comparison that its words tell, where there are several */
const valued =
	(kind: string, called: string, type?: string) =>
	(value: unknown): string => {
		const { name, values, type: given, ...rest }: Record<string, unknown> = isRecord(value) ? value : {};
		const isKnown = name !== undefined && given === type && !Object.keys(rest).length;
		if (!isKnown) return JSON.stringify({ [kind]: value });
		return `with ${called}${String(name)} ${joined(listOf(values).map(quoted), 'or')}`;
	};

const grouped =
	(word: 'and' | 'or') =>
	(all: unknown, around: Around): string => {
		const parts = listOf(all).map((one) => which(one, around));
		return parts.length < 2 ? parts.join('') : `(${joined(parts, word)})`;
	};

/** By what items are told apart (BigCommerce reference 10.2). */
const MATCHERS: Readonly<Record<string, (value: unknown, around: Around) => string>> = {
	brands: those('brands'),
	categories: those('categories'),
	products: those('products'),
	variants: those('variants'),
	product_option: valued('product_option', '', 'string_match'),
	product_custom_field: valued('product_custom_field', 'custom field '),
	not: (value, around) => `not ${which(value, around)}`,
	and: grouped('and'),
	or: grouped('or'),
};

/** Which items are meant, behind the word for them; empty for all, as the store writes it where it is not known. */
export function which(matcher: unknown, around: Around): string {
	if (!isRecord(matcher)) return matcher === undefined || matcher === null ? '' : JSON.stringify(matcher);
	const parts = Object.entries(matcher).map(([name, value]) =>
		Object.hasOwn(MATCHERS, name) ? MATCHERS[name](value, around) : JSON.stringify({ [name]: value }),
	);
	return joined(parts, 'and');
}

const ONE: Readonly<Record<string, Named>> = { product_id: 'products', variant_id: 'variants' };

const isKind = (name: string): name is Named => NAMED.some((kind) => kind === name);

const kindOf = (name: string): Named | undefined =>
	isKind(name) ? name : Object.hasOwn(ONE, name) ? ONE[name] : undefined;

/** The numbers of everything that rules name, at any depth. */
export function namedIn(value: unknown): Array<{ kind: Named; id: number }> {
	if (Array.isArray(value)) return value.flatMap((one: unknown) => namedIn(one));
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const kind = kindOf(name);
		if (!kind) return namedIn(inner);
		return [inner].flat().flatMap((id) => (Number.isSafeInteger(id) ? [{ kind, id: Number(id) }] : []));
	});
}
