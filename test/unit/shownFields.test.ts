import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { sourceNodes, sourceResources } from './support/nodes';

const isProperty = (entry: object): entry is INodeProperties => 'type' in entry;

const isRows = (entry: object): entry is INodePropertyCollection => 'values' in entry;

/** n8n's own names, which are no fields. */
const isOwn = (name: string) => name === 'resource' || name === 'operation' || name.startsWith('@');

/**
 * Conditions that wait for a field that is not there: what they show is never seen.
 *
 * @param siblings the fields on the same level
 * @param all those of the operation, which a slash begins with
 */
function unmet(siblings: readonly INodeProperties[], all: readonly INodeProperties[]): string[] {
	return siblings.flatMap(({ name, displayOptions = {}, options = [] }) => {
		const asked = [displayOptions.show, displayOptions.hide].flatMap((one) => Object.keys(one ?? {}));
		const wrong = asked
			.filter((key) => !isOwn(key.replace('/', '')))
			.filter((key) => {
				const level = key.startsWith('/') ? all : siblings;
				return !level.some((field) => field.name === key.replace(/^\//, '').split('.')[0]);
			})
			.map((key) => `${name} waits for ${key}`);
		const inner = [options.filter(isProperty), ...options.filter(isRows).map(({ values }) => values)];
		return [...wrong, ...inner.flatMap((level) => unmet(level, all))];
	});
}

const operations = sourceNodes().flatMap((source) =>
	sourceResources(source).flatMap(({ option, operations: all }) =>
		Object.values(all).map(({ option: own, fields }): [string, INodeProperties[]] => [
			`${source.className}, ${option.name}: ${own.name}`,
			fields,
		]),
	),
);

describe('the fields of operations', () => {
	it('wait for nothing that their operation does not have', () => {
		expect(operations.length).toBeGreaterThan(300);
		expect(
			operations.flatMap(([title, fields]) => unmet(fields, fields).map((one) => `${title}: ${one}`)),
		).toEqual([]);
	});
});
