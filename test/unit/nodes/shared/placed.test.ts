import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';
import { placedFields, type FieldsOf } from '../../../../nodes/shared/placed';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});

const of = (resource: string, operation: string, ...names: string[]): FieldsOf => ({
	resource,
	operation,
	fields: names.map((name) => field(name)),
});

const places = (properties: INodeProperties[]) =>
	properties.map(({ name, displayOptions }) => [
		name,
		displayOptions?.show?.resource,
		displayOptions?.show?.operation,
	]);

/** What the editor shows for one operation. */
const shownFor = (properties: INodeProperties[], { resource, operation }: FieldsOf) =>
	properties.filter(
		({ displayOptions }) =>
			(displayOptions?.show?.resource?.includes(resource) ?? true) &&
			displayOptions?.show?.operation?.includes(operation),
	);

describe('placed fields', () => {
	it('stand once for all operations of a resource that have them', () => {
		expect(places(placedFields([of('thing', 'create', 'id', 'name'), of('thing', 'get', 'id')]))).toEqual([
			['id', undefined, ['create', 'get']],
			['name', undefined, ['create']],
		]);
	});

	it('stand once for all resources whose operations of the same names have them', () => {
		expect(places(placedFields([of('a', 'getAll', 'limit'), of('b', 'getAll', 'limit')]))).toEqual([
			['limit', undefined, ['getAll']],
		]);
	});

	it('stand once for operations of different names, where the other resource has no such operation', () => {
		const properties = placedFields([of('a', 'start', 'values'), of('b', 'complete', 'values')]);
		expect(places(properties)).toEqual([['values', undefined, ['start', 'complete']]]);
	});

	it('stand apart where they would be shown for an operation that does not have them', () => {
		const properties = placedFields([
			of('a', 'get', 'id'),
			of('a', 'update'),
			of('b', 'get', 'id'),
			of('b', 'update', 'id'),
		]);
		expect(places(properties).sort()).toEqual([
			['id', ['a'], ['get']],
			['id', ['b'], ['get', 'update']],
		]);
	});

	it('name their resource where another one has the operation without them', () => {
		expect(places(placedFields([of('a', 'get', 'id'), of('a', 'add', 'id'), of('b', 'get')]))).toEqual([
			['id', ['a'], ['get', 'add']],
		]);
	});

	it('stand apart when anything about them differs', () => {
		const properties = placedFields([
			{ resource: 'a', operation: 'get', fields: [field('id', { default: '1' })] },
			{ resource: 'a', operation: 'update', fields: [field('id', { default: '2' })] },
		]);
		expect(properties).toHaveLength(2);
	});

	it('are, for each operation, exactly its own in its own order', () => {
		const fields = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
		const resource = fc.uniqueArray(fc.tuple(fc.constantFrom('create', 'get', 'getAll', 'update'), fields), {
			selector: ([operation]) => operation,
		});
		fc.assert(
			fc.property(fc.array(resource, { minLength: 1, maxLength: 4 }), (resources) => {
				const all = resources.flatMap((operations, at) =>
					operations.map(([operation, names]) => of(`r${at}`, operation, ...names)),
				);
				const properties = placedFields(all);
				for (const one of all) {
					expect(shownFor(properties, one).map(({ name }) => name)).toEqual(
						one.fields.map(({ name }) => name),
					);
				}
			}),
		);
	});
});
