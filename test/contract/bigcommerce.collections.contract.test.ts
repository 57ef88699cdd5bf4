import axios from 'axios';
import type { AxiosInstance } from 'axios';
import { z } from 'zod';

import { parameterNames } from '../sandbox/bigcommerce/collection/parameters';
import type { CollectionTable } from '../sandbox/bigcommerce/collection/table';
import { COLLECTIONS } from '../sandbox/bigcommerce/collections';
import { READ_ONLY_TOKEN, STORE_HASH } from '../sandbox/core/fixtures';
import { COLLECTION_CASES, filterExamples } from './collectionCases';
import { startReceiver } from './deliveryReceiver';
import { describeWithSpecs } from './describeWithSpecs';
import { expectContract, formatProblems, validateDelivery } from './index';
import { parametersOf } from './parameters';
import { listOf } from './spec/json';
import { answerProperties, bodyProperties, requiredProperties } from './spec/properties';
import { call, startStoreSandbox, storeClient } from './storeSandbox';
import type { Call, StoreSandbox } from './storeSandbox';

const TABLES = COLLECTIONS.map((table): [string, CollectionTable] => [table.name, table]);

const record = z.record(z.unknown());
const answer = z.union([
	z.object({ data: z.union([z.array(record), record]) }).passthrough(),
	z.array(record),
	record,
]);

/** The first record of an answer in either dialect. @param idName what it calls its id; null where it has none */
const recordIn = (body: unknown, { idName = 'id' }: Pick<CollectionTable, 'idName'> = {}) => {
	const read = answer.parse(body);
	const data = !Array.isArray(read) && 'data' in read ? read.data : read;
	const shown = record.parse(Array.isArray(data) ? data[0] : data);
	return { ...shown, id: idName === null ? 0 : z.number().parse(shown[idName]) };
};

describeWithSpecs("the sandbox's collections", (specs) => {
	let sandbox: StoreSandbox;
	let client: AxiosInstance;

	const called: Array<{ method: string; url: string }> = [];
	const exchanges = () => sandbox.context.exchanges.list({ service: 'bigcommerce' });
	const reset = async () => await axios.post(`${sandbox.url}/_sandbox/reset`, {});
	const make = async (method: Call['method'], path: string, status: number, body?: unknown) =>
		await call(client, { method, path, status, body });

	/** Path of a table's list with the seed's parent in it, and its records with every sub-resource. */
	const pathOf = ({ name, version, path }: CollectionTable) =>
		`/${version}${path.replace(':parentId', String(COLLECTION_CASES[name].parentId))}`;
	const withAll = ({ includes }: CollectionTable) =>
		includes === undefined ? '' : `?include=${includes.join(',')}`;

	/** The one description of a call of a table. */
	const described = (table: CollectionTable, method: string, below = '') => {
		const { operations } = specs().find(method, `/stores/${STORE_HASH}${pathOf(table)}${below}`);
		expect(operations).toHaveLength(1);
		return operations[0];
	};

	beforeAll(async () => {
		sandbox = await startStoreSandbox();
		client = storeClient(sandbox.url);
	});

	afterAll(async () => await sandbox.close());

	beforeEach(async () => await reset());

	afterEach(() => called.push(...exchanges()));

	describe.each(TABLES)('%s', (name, table) => {
		const { create, change } = COLLECTION_CASES[name];

		it('has every query parameter of its description, or leaves it out with a reason', () => {
			const offered = new Set([...parameterNames(table), ...Object.keys(table.leftOut?.parameters ?? {})]);
			const wanted = parametersOf(specs(), described(table, 'GET'))
				.filter((parameter) => parameter.in === 'query')
				.map((parameter) => parameter.name);
			expect(wanted.filter((parameter) => !offered.has(parameter))).toEqual([]);
			expect([...offered].filter((parameter) => !wanted.includes(parameter))).toEqual([]);
		});

		it('has every word of `include` and `sort`, or leaves it out with a reason', () => {
			const words = (name: string) => {
				const { file } = described(table, 'GET');
				const parameter = parametersOf(specs(), described(table, 'GET')).find((each) => each.name === name);
				const schema = specs().resolve(file, parameter?.schema);
				return new Set(
					listOf(specs().resolve(file, schema.items ?? schema).enum).map(
						(word) => String(word).split(':')[0],
					),
				);
			};
			const includes = [...(table.includes ?? []), ...Object.keys(table.leftOut?.includes ?? {})];
			expect(new Set(includes)).toEqual(words('include'));
			expect(new Set(table.sort?.by)).toEqual(words('sort'));
		});

		it('has every property of the described answer in its answer', async () => {
			const wanted = answerProperties(specs(), described(table, 'GET'));
			expect(wanted.length).toBeGreaterThan(1);
			const shown = Object.keys(recordIn(await make('GET', `${pathOf(table)}${withAll(table)}`, 200), table));
			expect(wanted.filter((property) => !shown.includes(property))).toEqual([]);
		});

		it('knows every property of the described bodies, or leaves it out with a reason', () => {
			const known = new Set([
				'id',
				...Object.keys(table.fields),
				...Object.keys(table.leftOut?.properties ?? {}),
			]);
			const { calls } = table;
			const written = [
				...(calls.create === undefined ? [] : [described(table, 'POST')]),
				...(calls.update?.includes('many') === true ? [described(table, 'PUT')] : []),
				...(calls.update?.includes('one') === true ? [described(table, 'PUT', '/1')] : []),
			];
			const wanted = written.flatMap((operation) => [...bodyProperties(specs(), operation).keys()]);
			expect(wanted.length > 0).toBe(written.length > 0);
			expect(wanted.filter((property) => !known.has(property))).toEqual([]);
		});

		if (table.calls.create !== undefined) {
			it('wants of a new record what its description requires', () => {
				const required = requiredProperties(specs(), described(table, 'POST'));
				const free = required.filter((property) => !table.fields[property].required);
				expect(free).toEqual(Object.keys(COLLECTION_CASES[name].optional ?? {}));
			});

			it('takes texts as long and words as many as its description does, and no more', () => {
				const properties = bodyProperties(specs(), described(table, 'POST'));
				for (const [property, { type, maxLength, enum: words }] of properties) {
					const field = table.fields[property];
					if (field === undefined || field.write === 'ignored' || type !== 'string') continue;
					const takes = (value: unknown) => field.form.safeParse(value).success;
					if (typeof maxLength === 'number') {
						const text = 'x'.repeat(maxLength);
						expect({ property, longest: takes(text), longer: takes(`${text}x`) }).toEqual({
							property,
							longest: true,
							longer: false,
						});
					}
					for (const word of listOf(words))
						expect({ word, taken: takes(word) }).toEqual({ word, taken: true });
					if (words !== undefined)
						expect({ property, other: takes('other') }).toEqual({ property, other: false });
				}
			});
		}

		it('answers every call as described', async () => {
			const path = pathOf(table);
			const { calls } = table;
			await make('GET', `${path}${withAll(table)}`, 200);
			const seeded = recordIn(await make('GET', path, 200), table).id;
			if (calls.get === true) {
				await make('GET', `${path}/${seeded}${withAll(table)}`, 200);
				await make('GET', `${path}/999999`, 404);
			}
			if (calls.count === true) await make('GET', `${path}/count`, 200);
			let made = seeded;
			if (calls.create === 'one')
				made = recordIn(await make('POST', path, table.createdStatus ?? 200, create), table).id;
			if (calls.create === 'many') made = recordIn(await make('POST', path, 200, [create]), table).id;
			if (calls.update?.includes('one') === true) {
				await make('PUT', `${path}/${made}`, 200, change);
				await make('PUT', `${path}/999999`, 404, change);
			}
			if (calls.update?.includes('many') === true) {
				await make('PUT', path, 200, [table.upsertBy === undefined ? { id: made, ...change } : change]);
			}
			const { one, many } = calls.remove ?? {};
			if (one !== undefined) await make('DELETE', `${path}/${made}`, 204);
			if (many !== undefined) await make('DELETE', `${path}?id:in=${made}`, 204);
			expectContract(exchanges());
		});

		it('answers every filter as described', async () => {
			const path = pathOf(table);
			const seeded = recordIn(await make('GET', `${path}${withAll(table)}`, 200), table);
			for (const [parameter, value] of filterExamples(table, seeded)) {
				const url = `${path}?${parameter}=${encodeURIComponent(value)}`;
				const { status } = await client.get(url);
				expect({ url, status }).toMatchObject({ status: table.version === 'v2' ? expect.anything() : 200 });
			}
			expectContract(exchanges());
		});

		it('refuses in the described form', async () => {
			const path = pathOf(table);
			const { calls, mostPerCall } = table;
			const refused = table.version === 'v2' ? 400 : 422;
			await make('GET', `${path}?no_such_filter=1`, refused);
			if (calls.create === 'one') await make('POST', path, refused, { no_such_field: 1 });
			if (calls.create === 'many') await make('POST', path, 422, [{ no_such_field: 1 }]);
			if (calls.update?.includes('one') === true) {
				const { id } = recordIn(await make('GET', path, 200));
				await make('PUT', `${path}/${id}`, refused, { no_such_field: 1 });
			}
			if (calls.update?.includes('many') === true) {
				await make('PUT', path, table.unknownInBatch ?? 422, [
					{ id: 999_999, ...change, customer_id: 999_999 },
				]);
			}
			if (mostPerCall !== undefined) {
				const tooMany = Array.from({ length: mostPerCall + 1 }, () => ({ id: 1 }));
				await make('PUT', path, 413, tooMany);
			}
			expectContract(exchanges(), { requests: false });
		});

		it('lets a read-only token read and nothing else', async () => {
			const reader = storeClient(sandbox.url, READ_ONLY_TOKEN);
			const path = pathOf(table);
			const { calls } = table;
			await call(reader, { method: 'GET', path, status: 200 });
			if (calls.create !== undefined)
				await call(reader, { method: 'POST', path, status: 403, body: [create] });
			if (calls.update?.includes('many') === true) {
				await call(reader, { method: 'PUT', path, status: 403, body: [change] });
			}
			if (calls.remove?.many !== undefined) {
				await call(reader, { method: 'DELETE', path: `${path}?id:in=1`, status: 403 });
			}
			expectContract(exchanges(), { requests: false });
		});
	});

	it('give a reason for everything that they leave out', () => {
		const reasons = COLLECTIONS.flatMap(({ leftOut = {} }) =>
			Object.values(leftOut).flatMap((group: Readonly<Record<string, string>>) => Object.values(group)),
		);
		expect(reasons.length).toBeGreaterThan(0);
		expect(reasons.filter((reason) => reason.trim().length < 10)).toEqual([]);
	});

	it('deliver events as described', async () => {
		const receiver = await startReceiver();
		try {
			const scopes = ['store/customer/*', 'store/customer/address/*', 'store/product/*'];
			for (const scope of scopes) {
				const hook = { scope, destination: `${receiver.url}/${scope}`, is_active: true };
				await make('POST', '/v3/hooks', 200, hook);
			}
			const expected: string[] = [];
			for (const table of COLLECTIONS.filter(({ events }) => events !== undefined)) {
				const { create, change, scope } = COLLECTION_CASES[table.name];
				const path = pathOf(table);
				const many = table.calls.create === 'many';
				const { id } = recordIn(await make('POST', path, 200, many ? [create] : create));
				if (many) await make('PUT', path, 200, [{ id, ...change }]);
				else await make('PUT', `${path}/${id}`, 200, change);
				await make('DELETE', `${path}?id:in=${id}`, 204);
				expected.push(...['created', 'updated', 'deleted'].map((kind) => `store/${scope}/${kind}`));
			}
			expect(expected.length).toBeGreaterThan(0);
			for (const scope of expected) await receiver.waitFor((body) => record.parse(body).scope === scope);
			expect(formatProblems(receiver.bodies.flatMap((body) => validateDelivery(specs(), body)))).toBe('');
		} finally {
			await receiver.close();
		}
	});

	it('answer the writes of prices and locations as described', async () => {
		const prices = '/v3/pricelists/3/records';
		await make('PUT', prices, 200, [{ sku: 'ESP-PRO', currency: 'EUR', price: 990 }]);
		await make('PUT', prices, 422, [{ sku: 'NO-SUCH', currency: 'EUR', price: 990 }]);
		await make('GET', `${prices}/78/EUR`, 200);
		await make('DELETE', `${prices}/78/EUR`, 204);
		await make('DELETE', `${prices}?variant_id:in=78&currency=EUR`, 204);
		await make('PUT', '/v3/pricelists/4/assignments', 200, { customer_group_id: 2, channel_id: 2 });
		const assignments = '/v3/pricelists/assignments';
		const assignment = { price_list_id: 4, customer_group_id: 1, channel_id: 2 };
		await make('POST', assignments, 200, [assignment]);
		await make('POST', assignments, 422, [assignment, { ...assignment, channel_id: 1 }]);
		await make('DELETE', `${assignments}?id=1`, 204);
		const categories = '/v3/catalog/trees/categories';
		const category = { name: 'Contract', parent_id: 18, tree_id: 1 };
		await make('POST', categories, 201, [category]);
		await make('PUT', categories, 200, [{ category_id: 24, is_visible: false }]);
		await make('DELETE', `${categories}?category_id:in=24`, 202);
		const trees = '/v3/catalog/trees';
		await make('PUT', trees, 200, [
			{ id: 1, name: 'Everything' },
			{ name: 'Trade', channels: [2] },
		]);
		await make('PUT', trees, 422, [{ name: 'Nowhere', channels: [999] }]);
		const places = '/v3/inventory/locations';
		await make('POST', places, 200, [{ code: 'DEPOT-1', label: 'Depot' }]);
		await make('PUT', places, 200, [{ id: 3, description: 'First floor' }]);
		await make('DELETE', `${places}?location_id:in=3`, 200);
		expectContract(exchanges());
	});

	it('were asked at every route they have, by the tests above', () => {
		const routes = sandbox.routes().filter((route) => route.isOf(COLLECTIONS));
		expect(routes.length).toBeGreaterThan(COLLECTIONS.length);
		expect(routes.filter((route) => !called.some((exchange) => route.fits(exchange))).map(String)).toEqual(
			[],
		);
	});
});
