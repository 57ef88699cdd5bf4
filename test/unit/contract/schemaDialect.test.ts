import { SchemaDialect } from '../../contract/spec/schemaDialect';
import type { Direction } from '../../contract/spec/schemaDialect';
import { SchemaValidators } from '../../contract/spec/schemaValidators';

const document = {
	components: {
		schemas: {
			Address: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
			Named: { type: 'object', properties: { name: { type: 'string' } } },
			Tree: {
				type: 'object',
				properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
			},
		},
	},
};

const problems = (schema: Record<string, unknown>, value: unknown, direction: Direction = 'request') =>
	new SchemaValidators(() => document)
		.check('a.yml', schema, direction, value)
		.map(({ pointer, message }) => `${pointer} ${message}`.trim());

const address = { $ref: '#/components/schemas/Address' };
const named = { $ref: '#/components/schemas/Named' };

describe('a schema of an OpenAPI 3.0 description', () => {
	it.each([
		['nullable allows null', { type: 'string', nullable: true }, null],
		['x-nullable allows null', { type: 'string', 'x-nullable': true }, null],
		['nullable beside a composition allows null', { allOf: [address], nullable: true }, null],
		['an exclusive bound as truth value', { type: 'number', minimum: 0, exclusiveMinimum: true }, 0.1],
		['an unknown format says nothing', { type: 'string', format: 'ISO-4217' }, 'anything'],
		[
			'a schema that refers to itself',
			{ $ref: '#/components/schemas/Tree' },
			{ children: [{ children: [] }] },
		],
	])('accepts: %s', (_rule, schema, value) => {
		expect(problems(schema, value)).toEqual([]);
	});

	it.each([
		['null where it is not nullable', { type: 'string' }, null, ['must be string']],
		['the bound itself', { type: 'number', minimum: 0, exclusiveMinimum: true }, 0, ['must be > 0']],
		['a value outside the enum', { type: 'string', enum: ['a'] }, 'b', ['must be one of ["a"]']],
		['a missing field behind a reference', address, {}, ["must have required property 'city'"]],
		['a property that is not listed', named, { nme: 'x' }, ["the description lists no property 'nme'"]],
		[
			'a property that no part of a composition lists',
			{ allOf: [address, named] },
			{ city: 'Austin', name: 'Ada', zip: '1' },
			["the description lists no property 'zip'"],
		],
		[
			'a property not listed deep inside',
			{ type: 'array', items: { type: 'object', properties: { to: address } } },
			[{ to: { city: 'Austin', zip: '1' } }],
			["/0/to the description lists no property 'zip'"],
		],
		[
			'the wrong type, without calling the listed properties unknown',
			{ allOf: [address, named] },
			{ city: 1, name: 'Ada' },
			['/city must be string'],
		],
	])('refuses: %s', (_rule, schema, value, expected) => {
		expect(problems(schema, value)).toEqual(expected);
	});

	it('leaves an object open whose fields are not listed, or that is declared open', () => {
		expect(problems({ type: 'object' }, { any: 1 })).toEqual([]);
		expect(
			problems({ ...document.components.schemas.Named, additionalProperties: true }, { any: 1 }),
		).toEqual([]);
	});

	it('has read-only fields in answers only, also where they are required', () => {
		const schema = {
			type: 'object',
			properties: { id: { type: 'integer', readOnly: true } },
			required: ['id'],
		};
		expect(problems(schema, { id: 1 })).toEqual([
			'/id is read-only (in a request) or write-only (in an answer)',
		]);
		expect(problems(schema, {})).toEqual([]);
		expect(problems(schema, { id: 1 }, 'response')).toEqual([]);
		expect(problems(schema, {}, 'response')).toEqual(["must have required property 'id'"]);
	});

	it('says which reference leads nowhere', () => {
		const dialect = new SchemaDialect(document, 'request');
		expect(() => dialect.toJsonSchema({ $ref: '#/components/schemas/Nothing' })).toThrow(
			'The description refers to #/components/schemas/Nothing, which it does not hold',
		);
	});

	it('refers to the parts of the file it is checked for, also when two files share it', () => {
		const numbers = { components: { schemas: { Address: { type: 'number' } } } };
		const validators = new SchemaValidators((file) => (file === 'numbers.yml' ? numbers : document));
		expect(validators.check('numbers.yml', address, 'request', 1)).toEqual([]);
		expect(validators.check('a.yml', address, 'request', 1)).toMatchObject([{ message: 'must be object' }]);
	});

	it('tells the forms of a oneOf apart by the fields they list', () => {
		const either = { oneOf: [{ type: 'object', properties: { url: { type: 'string' } } }, named] };
		expect(problems(either, { url: 'a' })).toEqual([]);
		expect(problems(either, { url: 'a', name: 'b' })).toContain('must match exactly one schema in oneOf');
	});
});
