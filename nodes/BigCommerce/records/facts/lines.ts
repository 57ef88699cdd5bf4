import type { IDataObject } from 'n8n-workflow';
import { fieldsIn, type Given } from '../../../shared/record/given';
import * as is from '../../../shared/shape';
import type { Facts } from './fact';

/** What the catalog knows of a product that an order names. */
export interface CatalogProduct {
	/** Numbers of its categories. */
	categories: readonly number[];
	/** As text or HTML. */
	warranty: string;
}

export interface LineSource {
	/** As the store gives them (BigCommerce reference 3.6). */
	lines: readonly Given[];
	/** By the product's number; one that was deleted, or was never in the catalog, is not there. */
	products: ReadonlyMap<number, CatalogProduct>;
	/** Names of categories by their numbers. */
	categoryNames: ReadonlyMap<number, string>;
}

const LINE = {
	id: is.whole,
	product_id: is.whole,
	name: is.text,
	sku: is.text,
	quantity: is.whole,
	return_id: is.whole,
};

const SHOWN = is.object({ ...LINE, brand: is.text, categories: is.text, warranty: is.text });

/** The products that the catalog is asked about: lines of no product have the number 0 (reference 3.6). */
export const productsIn = (lines: readonly Given[]): number[] => [
	...new Set(lines.flatMap((line) => fieldsIn(LINE, line).product_id || [])),
];

const listed = (names: readonly string[]): string => [...new Set(names)].join(', ');

const withoutTags = (html: string): string =>
	html
		.replace(/<[^>]*>/g, ' ')
		.replace(/&nbsp;/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

const productOf = ({ products }: LineSource, line: Given): CatalogProduct | undefined =>
	products.get(fieldsIn(LINE, line).product_id ?? 0);

const categoriesOf = (source: LineSource, line: Given): string[] =>
	(productOf(source, line)?.categories ?? []).flatMap((id) => source.categoryNames.get(id) ?? []);

/** The lines with what the catalog says of them. */
export const shownLines = (source: LineSource): IDataObject[] =>
	source.lines.map((line) => ({
		...line,
		categories: listed(categoriesOf(source, line)),
		warranty: withoutTags(productOf(source, line)?.warranty ?? ''),
	}));

/** `2 × Coffee Mug (MUG-GRY)` */
const asText = (line: Given): string => {
	const { quantity = 0, name = '', sku = '' } = fieldsIn(LINE, line);
	return `${quantity} × ${name}${sku && ` (${sku})`}`;
};

/** Lines: what was bought, with what the catalog says of it today. */
export const LINES = {
	/** The lines as the store gives them, with the names of their categories and the text of their warranty; both empty where the catalog does not have the product. */
	lines: { shape: is.list(SHOWN), of: shownLines },
	/** A line of text for each. */
	linesAsText: { shape: is.text, of: ({ lines }) => lines.map(asText).join('\n') },
	/** The names of all categories, each once, separated by commas. */
	categories: {
		shape: is.text,
		of: (source) => listed(source.lines.flatMap((line) => categoriesOf(source, line))),
	},
	/** Lines for which the shopper used the store's own return button (reference 4.5). */
	returnedLines: {
		shape: is.list(SHOWN),
		of: (source) => shownLines(source).filter((line) => (fieldsIn(LINE, line).return_id ?? 0) > 0),
	},
} as const satisfies Facts<LineSource>;
