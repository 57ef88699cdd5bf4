import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { everythingBut, filled } from '../../conformance/support/filled';
import type { Fill } from '../../conformance/support/filled';
import { ok, ServiceDouble } from '../../unit/support/serviceDouble';
import type { Lister } from './listingNodes';

/** What one list is asked for, whatever is chosen in its operation. */
export interface Asked {
	/** as it is sent, with the base of the service */
	path: string;
	/** values by the names of their query parameters; of several in one, each */
	sent: Map<string, Set<string>>;
}

/** Answers that show nothing, and the variant of which the product is looked up first. */
const ANSWERS: ReadonlyArray<{ of: RegExp; body: unknown }> = [
	{ of: /^\/v2\/orders\/\d+\/fees$/, body: { fees: [] } },
	{ of: /^\/v2\/orders\/count$/, body: { count: 0, statuses: [{ id: 1, count: 0 }] } },
	{ of: /^\/v2\//, body: [] },
	{ of: /^\/v3\/catalog\/variants$/, body: { data: [{ id: 7, product_id: 9 }] } },
	{ of: /\/rfq$/, body: { code: 200, data: { list: [], pagination: { totalCount: 0 } } } },
	{ of: /./, body: { code: 200, data: [], meta: { pagination: { totalCount: 0 } } } },
];

/** What is entered for another reason than to ask the list for something: what goes out with the answer, and what looks at a record before. */
const USUAL = everythingBut(new Set(['addProduct', 'onlyIfEmail']));

/** `name,meta_description`: one that is to come, and one that is not. */
const chosenFields = ({ placeholder = '' }: INodeProperties) =>
	placeholder.replace('e.g. ', '').replace(',', ',-');

/** Something in every field; of a choice, and of yes and no, another one with each turn. @param turn counted from 0 */
const inTurn =
	(turn: number): Fill =>
	(property, given) => {
		const { name, type, options = [], typeOptions } = property;
		if (given !== undefined) return given;
		if (name === 'fields') return chosenFields(property);
		if (type === 'boolean' && name !== 'returnAll') return turn % 2 === 0;
		if (type !== 'options' || typeOptions?.loadOptionsMethod) return USUAL(property, given);
		const choice = options[turn % options.length];
		return 'value' in choice ? choice.value : undefined;
	};

const isProperty = (option: object): option is INodeProperties => 'type' in option;

/** How many turns show each choice of a field, or of those in a collection. */
const turnsOf = ({ type, options = [] }: INodeProperties): number =>
	Math.max(2, type === 'options' ? options.length : 0, ...options.filter(isProperty).map(turnsOf));

/**
 * Enters something into every field of an operation that lists, simplified and not, so often that each choice has its turn.
 * @returns what was asked for then, by the lists that it reads; what it looks up before them is not among it
 */
export async function askedBy({ fields, run }: Lister): Promise<Asked[]> {
	const found = new Map<string, Asked>();
	const locators = Object.fromEntries(
		fields
			.filter(({ type }) => type === 'resourceLocator')
			.map(({ name }) => [name, { __rl: true, mode: 'id', value: '7' }]),
	);
	const starts = Object.fromEntries([...fields].reverse().map(({ name, default: start }) => [name, start]));
	const hasShort = fields.some(({ name }) => name === 'simplify');
	const turns = Math.max(...fields.map(turnsOf));
	for (let turn = 0; turn < 2 * turns; turn++) {
		const given: INodeParameters = { ...locators, ...(hasShort && { simplify: turn < turns }) };
		const service = new ServiceDouble(({ path }) => ok(ANSWERS.find(({ of }) => of.test(path))?.body));
		await run({ ...starts, ...filled(fields, given, inTurn(turn), []) }, service);
		const last = service.requests.at(-1);
		if (!last) continue;
		const path = new URL(last.options.url).pathname;
		const { sent } = found.get(path) ?? { sent: new Map<string, Set<string>>() };
		for (const [name, value] of Object.entries(last.query)) {
			const text = String(value);
			sent.set(name, new Set([...(sent.get(name) ?? []), text, ...text.split(',')]));
		}
		found.set(path, { path, sent });
	}
	return [...found.values()];
}
