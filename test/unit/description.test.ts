/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import sumBy from 'lodash/sumBy';
import uniqBy from 'lodash/uniqBy';
import {
	NodeHelpers,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { z } from 'zod';
import {
	files,
	isFile,
	PACKAGE,
	readJson,
	ROOT,
	sourceCredentials,
	sourceNodes,
	sourceResources,
} from './support/nodes';

/** One parameter wherever it stands: at the top, in a collection, or in the values of a fixed collection. */
interface Place {
	/** Names from the top, for the message of a failed test. */
	path: string;
	property: INodeProperties;
}

type Entry = INodePropertyOptions | INodeProperties | INodePropertyCollection;

const isCollection = (entry: Entry): entry is INodePropertyCollection => 'values' in entry;
const isProperty = (entry: Entry): entry is INodeProperties => 'type' in entry;
const isOption = (entry: Entry): entry is INodePropertyOptions => !isCollection(entry) && !isProperty(entry);

function placesOf(properties: INodeProperties[], above = ''): Place[] {
	return properties.flatMap((property) => {
		const { show } = property.displayOptions ?? {};
		const where = [show?.resource, show?.operation].filter(Boolean).join('.');
		const at = `${above}${where && `${where}:`}${property.name}`;
		const inner = (property.options ?? []).flatMap((entry) => {
			if (isCollection(entry)) return placesOf(entry.values, `${at}.${entry.name}.`);
			return isProperty(entry) ? placesOf([entry], `${at}.`) : [];
		});
		return [{ path: at, property }, ...inner];
	});
}

const optionsOf = ({ options = [] }: INodeProperties) => options.filter(isOption);

/** Whether one text becomes the other by adding, leaving out or changing one letter. */
function isOneLetterApart(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (short === long || long.length - short.length > 1) return short === long;
	const at = [...short].findIndex((letter, index) => letter !== long[index]);
	if (at < 0) return true;
	return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

/** The fields of one operation. @param choice the drop-down that offers it */
const shownFor = (properties: INodeProperties[], { displayOptions }: INodeProperties, operation: string) =>
	properties.filter(({ displayOptions: own }) => {
		const [resource] = displayOptions?.show?.resource ?? [];
		const { resource: only } = own?.show ?? {};
		return (!only || only.includes(resource ?? '')) && own?.show?.operation?.includes(operation);
	});

/** What a description may weigh for each operation, over all nodes that have operations, in KB (1,000 characters): every editor loads them whole. */
const KB_OVER_THE_PACKAGE = 1.0;

/** The same for each node. A plain resource of five operations adds some 0.6 for each, so that these only go down. */
const KB_PER_OPERATION: Readonly<Record<string, number>> = {
	BigCommerce: 0.83,
	BigCommerceB2b: 0.98,
	OpenTextCoreSignature: 1.9,
	// An object of any type, found by list, key or link: the locators stand once for each of the two ways; Ask goes on with what it is handed, and says what happens to a late answer.
	OpenTextDecision: 3.25,
	OpenTextWorkflow: 1.77,
};

const nodes = sourceNodes();

/** What a description weighs as it is sent, in KB, and how many operations it offers. */
const weightOf = (description: (typeof nodes)[number]['node']['description']) => ({
	kilobytes: JSON.stringify(description).length / 1000,
	count: placesOf(description.properties)
		.filter(({ property }) => property.name === 'operation')
		.flatMap(({ property }) => optionsOf(property)).length,
});

describe.each(nodes.map((entry) => [entry.className, entry] as const))(
	'the description of %s',
	(_name, entry) => {
		const { node, folder, className, file } = entry;
		const { description } = node;
		const places = placesOf(description.properties);
		const isTrigger = className.endsWith('Trigger');
		const operations = places
			.filter(({ property }) => property.name === 'operation')
			.map(({ property }) => property);

		/** The paths of the parameters that break a rule; empty when all keep it. */
		const breaking = (breaks: (property: INodeProperties) => boolean) =>
			places.filter(({ property }) => breaks(property)).map((place) => place.path);

		it('is listed in package.json by its built file', () => {
			const built = path.relative(ROOT, file).replace(/\.ts$/, '.js');
			expect(PACKAGE.n8n.nodes).toContain(`dist/${built}`);
		});

		if (className in KB_PER_OPERATION) {
			it('stays small: no text is sent twice, and equal fields stand once', () => {
				const { kilobytes, count } = weightOf(description);
				expect(kilobytes / count).toBeLessThanOrEqual(KB_PER_OPERATION[className]);
			});
		}

		it('has light and dark icons, a subtitle and a credential of this pack', () => {
			const { icon } = description;
			const names = typeof icon === 'object' ? [icon.light, icon.dark] : [];
			expect(new Set(names).size).toBe(2);
			for (const name of names) expect(isFile(path.join(folder, name.replace('file:', '')))).toBe(true);
			expect(description.subtitle).toBeTruthy();
			const known = sourceCredentials().map(({ name }) => name);
			expect(known).toEqual(expect.arrayContaining((description.credentials ?? []).map(({ name }) => name)));
		});

		it('says whether agents may use it as a tool: actions may, triggers may not', () => {
			expect(description.usableAsTool).toBe(isTrigger ? undefined : true);
		});

		it('has a codex file with resources, or n8n ignores it', () => {
			const codex = z
				.object({
					node: z.literal(`${PACKAGE.name}.${description.name}`),
					categories: z.array(z.string()).nonempty(),
					resources: z.object({
						primaryDocumentation: z.array(z.object({ url: z.string().url() })).nonempty(),
					}),
				})
				.safeParse(readJson(path.join(folder, `${className}.node.json`)));
			expect(codex.error).toBeUndefined();
		});

		it('says of every parameter what it is for', () => {
			const told = new Set(['resource', 'operation']);
			const silent = new Set(['collection', 'fixedCollection', 'notice']);
			const unsaid = places.filter(
				({ property: { name, type, description: text } }) => !text && !told.has(name) && !silent.has(type),
			);
			// A filter compares the field of its name; only a yes or no must say what is left out.
			const isFilter = ({ path: at, property: { type } }: Place) =>
				/(^|[:.])filters\.\w+$/.test(at) && type !== 'boolean';
			expect(unsaid.filter((place) => !isFilter(place)).map((place) => place.path)).toEqual([]);
		});

		it('begins every placeholder with "e.g.", "Add" or "Select"', () => {
			const faulty = (text?: string) => Boolean(text) && !/^(e\.g\. \S|Add |Select )/.test(text ?? '');
			expect(
				breaking(
					({ placeholder, modes = [] }) =>
						faulty(placeholder) || modes.some((mode) => faulty(mode.placeholder)),
				),
			).toEqual([]);
		});

		it('says of every operation what it does', () => {
			const silent = operations.flatMap(optionsOf).filter((option) => !option.description);
			expect(silent.map(({ value }) => value)).toEqual([]);
		});

		it('calls only methods that it has', () => {
			const { listSearch = {}, loadOptions = {}, resourceMapping = {} } = node.methods ?? {};
			for (const { property } of places) {
				const { loadOptionsMethod, resourceMapper } = property.typeOptions ?? {};
				const { resourceMapperMethod } = resourceMapper ?? {};
				if (resourceMapperMethod) expect(Object.keys(resourceMapping)).toContain(resourceMapperMethod);
				if (loadOptionsMethod) expect(Object.keys(loadOptions)).toContain(loadOptionsMethod);
				for (const { typeOptions } of property.modes ?? []) {
					if (typeOptions?.searchListMethod)
						expect(Object.keys(listSearch)).toContain(typeOptions.searchListMethod);
				}
			}
		});

		it('shows no two parameters of one name together', () => {
			const choices = operations.length
				? operations.flatMap((property) =>
						optionsOf(property).map(({ value }) => ({
							resource: String(property.displayOptions?.show?.resource?.[0]),
							operation: String(value),
						})),
					)
				: [{}];
			for (const choice of choices) {
				const values = NodeHelpers.getNodeParameters(
					description.properties,
					choice,
					true,
					false,
					null,
					description,
				);
				const shown = description.properties.filter((property) =>
					NodeHelpers.displayParameter({ ...values }, property, null, description),
				);
				const names = shown.map(({ name }) => name);
				expect(names).toEqual([...new Set(names)]);
			}
		});

		it('has no two fields in one operation whose names are one letter apart: one replaces everything, the other does not (K20)', () => {
			const groups = operations.length
				? operations.flatMap((property) =>
						optionsOf(property).map(({ value }) => shownFor(description.properties, property, String(value))),
					)
				: [description.properties];
			const mistaken = groups.flatMap((properties) => {
				const fields = uniqBy(placesOf(properties), ({ property }) => property.name).map(
					({ property }) => [property.name, property.displayName] as const,
				);
				return fields.flatMap(([name, shown], index) =>
					fields
						.slice(index + 1)
						.filter(
							([other, otherShown]) =>
								isOneLetterApart(name, other) ||
								// equal ones are shown in place of one another, by what was chosen before
								(shown !== otherShown && isOneLetterApart(shown, otherShown)),
						)
						.map(([other]) => `${name} and ${other}`),
				);
			});
			expect([...new Set(mistaken)]).toEqual([]);
		});

		it('names every parameter once inside a collection', () => {
			expect(
				breaking((property) => {
					const names = (property.options ?? []).map(({ name }) => name);
					return property.type === 'collection' && new Set(names).size !== names.length;
				}),
			).toEqual([]);
		});

		const pairs = operations.flatMap((property) =>
			optionsOf(property).map(
				({ value }) => `${String(property.displayOptions?.show?.resource?.[0])}/${value}`,
			),
		);

		const written = sourceResources({ className, folder });

		it('offers every operation that is written, and no other', () => {
			const all = written.flatMap(({ option, operations: { ...own } }) =>
				Object.keys(own).map((name) => `${String(option.value)}/${name}`),
			);
			expect(all.sort()).toEqual(pairs.sort());
		});

		if (written.length) {
			it.each(pairs)('says before the first run what %s gives', (pair) => {
				const [resource, operation] = pair.split('/');
				const { output } = written.filter(({ option }) => option.value === resource)[0].operations[operation];
				expect(output).toMatchObject({ type: 'object', properties: expect.anything() });
				expect(Object.keys(output.properties ?? {})).not.toHaveLength(0);
			});
		}
	},
);

describe('the package', () => {
	it('stays small over all its operations', () => {
		const weights = nodes.map(({ node }) => weightOf(node.description)).filter(({ count }) => count > 0);
		expect(weights.length).toBeGreaterThan(3);
		expect(sumBy(weights, 'kilobytes') / sumBy(weights, 'count')).toBeLessThanOrEqual(KB_OVER_THE_PACKAGE);
	});

	it('lists every node and credential of the source, and nothing else', () => {
		const built = (file: string) => `dist/${path.relative(ROOT, file).replace(/\.ts$/, '.js')}`;
		expect([...PACKAGE.n8n.nodes].sort()).toEqual(nodes.map(({ file }) => built(file)).sort());
		expect([...PACKAGE.n8n.credentials].sort()).toEqual(
			files('credentials', '.credentials.ts').map(built).sort(),
		);
	});
});
