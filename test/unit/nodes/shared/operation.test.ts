import { object } from '../../../../nodes/shared/shape';
import { defineResource, resourceProperties, type Operation } from '../../../../nodes/shared/operation';

const operation = (
	name: string,
	value: string,
	fields: Operation<string>['fields'] = [],
): Operation<string> => ({
	option: { name, value, action: `${name} a thing` },
	effect: 'read',
	output: object({}),
	fields,
	execute: async () => await Promise.resolve({}),
});

const get = operation('Get', 'get', [
	{ displayName: 'ID', name: 'id', type: 'string', default: '' },
	{
		displayName: 'Include',
		name: 'include',
		type: 'string',
		default: '',
		displayOptions: { show: { simplify: [false] }, hide: { id: [''] } },
	},
]);
const create = operation('Create', 'create');

describe('the properties of a node', () => {
	const thing = defineResource({ name: 'Thing', value: 'thing' }, [get, create], get);
	const [resource, operations, ...fields] = resourceProperties([thing], thing);

	it('begin with the resources', () => {
		expect(resource).toMatchObject({ name: 'resource', default: 'thing', noDataExpression: true });
	});

	it('list the operations of a resource by name, whatever the order in which they were given', () => {
		expect(operations).toMatchObject({
			name: 'operation',
			default: 'get',
			options: [{ name: 'Create' }, { name: 'Get' }],
			displayOptions: { show: { resource: ['thing'] } },
		});
	});

	it('show a field for its own operation only, and keep its own conditions', () => {
		const [id, include] = fields;
		expect(id.displayOptions).toEqual({ show: { operation: ['get'] } });
		expect(include.displayOptions).toEqual({
			show: { simplify: [false], operation: ['get'] },
			hide: { id: [''] },
		});
	});

	it('leave the fields as the operation wrote them', () => {
		expect(get.fields[0].displayOptions).toBeUndefined();
	});
});

describe('a resource', () => {
	it('refuses two operations with one value, when the node is loaded', () => {
		expect(() =>
			defineResource({ name: 'Thing', value: 'thing' }, [get, operation('Fetch', 'get')], get),
		).toThrow('Two operations of resource "thing" share a value');
	});
});
