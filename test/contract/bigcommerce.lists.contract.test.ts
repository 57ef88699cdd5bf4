import axios from 'axios';
import type { AxiosInstance } from 'axios';
import { z } from 'zod';

import { COLLECTIONS } from '../sandbox/bigcommerce/collections';
import { STORE_HASH } from '../sandbox/core/fixtures';
import { describeWithSpecs } from './describeWithSpecs';
import type { Known, ListCase, Row, Stage } from './handWritten/listCase';
import { METAFIELD_LISTS } from './handWritten/metafieldLists';
import { ORDER_LISTS } from './handWritten/orderLists';
import { OTHER_LISTS } from './handWritten/otherLists';
import { parametersOf } from './parameters';
import { listOf } from './spec/json';
import { answerProperties } from './spec/properties';
import { call, startStoreSandbox, storeClient } from './storeSandbox';
import type { StoreSandbox } from './storeSandbox';

/** The lists of the sandbox that have a route of their own. What is made from a table of fields is held to the same by the test of the collections. */
const LISTS = [...ORDER_LISTS, ...METAFIELD_LISTS, ...OTHER_LISTS];

const record = z.record(z.unknown());
const cursors = z.object({
	meta: z.object({ cursor_pagination: z.object({ start_cursor: z.string(), end_cursor: z.string() }) }),
});

/** The rows of an answer in either dialect; what is no list is one row. */
function rowsOf(body: unknown): Row[] {
	if (body === '') return [];
	const { data = body } = record.safeParse(body).data ?? {};
	return z.array(record).parse([data].flat());
}

function knownFrom(body: unknown): Known {
	const { start_cursor: first = '', end_cursor: last = '' } =
		cursors.safeParse(body).data?.meta.cursor_pagination ?? {};
	return { rows: rowsOf(body), cursors: { first, last } };
}

describeWithSpecs("the sandbox's other lists", (specs) => {
	let sandbox: StoreSandbox;
	let client: AxiosInstance;

	const stage: Stage = {
		make: async (method, path, status, body) => await call(client, { method, path, status, body }),
		control: async (path, body = {}) =>
			(await axios.post<unknown>(`${sandbox.url}/_sandbox${path}`, body)).data,
	};

	/** A list as it is answered; V2 may answer with nothing. */
	const read = async (path: string): Promise<unknown> => {
		const { status, data } = await client.get<unknown>(path);
		expect({ path, status, data }).toMatchObject({ status: data === '' ? 204 : 200 });
		return data;
	};

	const described = ({ route }: ListCase) => {
		const path = `/stores/${STORE_HASH}${route}`.replace(/:(?!in\b)[^/]+/g, '1');
		const { operations } = specs().find('GET', path);
		expect(operations).toHaveLength(1);
		return operations[0];
	};

	const queryParameters = (list: ListCase) =>
		parametersOf(specs(), described(list)).filter((parameter) => parameter.in === 'query');

	beforeAll(async () => {
		sandbox = await startStoreSandbox();
		client = storeClient(sandbox.url);
	});

	afterAll(async () => await sandbox.close());

	beforeEach(async () => await stage.control('/reset'));

	describe.each(LISTS.map((list): [string, ListCase] => [list.route, list]))('%s', (_route, list) => {
		const { parameters = {}, leftOut = {}, whole = '', isShared, source } = list;

		it('has every query parameter of its description, or leaves it out with a reason', () => {
			const tried = [...Object.keys(parameters), ...Object.keys(leftOut.parameters ?? {})];
			const wanted = queryParameters(list).map(({ name }) => name);
			expect(wanted.filter((name) => !tried.includes(name))).toEqual([]);
			if (!isShared) expect(tried.filter((name) => !wanted.includes(name))).toEqual([]);
		});

		it('has every word that its description names for a parameter', () => {
			const missing = queryParameters(list).flatMap(({ name, schema }) => {
				const { file } = described(list);
				const resolved = specs().resolve(file, schema);
				const words = listOf(specs().resolve(file, resolved.items ?? resolved).enum).map(String);
				const tried = (parameters[name] ?? []).map(([value]) => value);
				return leftOut.words?.[name] ? [] : words.filter((word) => !tried.includes(word));
			});
			expect(missing).toEqual([]);
		});

		it('shows with each parameter what it is asked for', async () => {
			const path = await list.prepare(stage);
			const wanted = new Set(queryParameters(list).map(({ name }) => name));
			const all = knownFrom(await read(source ?? path));
			for (const [name, tries] of Object.entries(parameters).filter(([each]) => wanted.has(each))) {
				for (const [value, shows, beside = ''] of tries) {
					const text = String(typeof value === 'string' ? value : value(all));
					const shown = rowsOf(await read(`${path}?${beside}&${name}=${encodeURIComponent(text)}`));
					const asked = { name, text };
					if (shows === 'other') {
						const without = rowsOf(await read(`${path}?${beside}`));
						expect({ ...asked, shown }).not.toEqual({ ...asked, shown: without });
					} else {
						expect({ ...asked, shown }).toEqual({ ...asked, shown: shows.map((at) => all.rows[at]) });
					}
				}
			}
		});

		it('has every property of the described answer in its answer, or leaves it out with a reason', async () => {
			const wanted = answerProperties(specs(), described(list));
			expect(wanted.length).toBeGreaterThan(0);
			const rows = rowsOf(await read(`${await list.prepare(stage)}?${whole}`));
			const shown = new Set([...rows.flatMap(Object.keys), ...Object.keys(leftOut.properties ?? {})]);
			expect(wanted.filter((property) => !shown.has(property))).toEqual([]);
		});
	});

	it('give a reason for everything that they leave out', () => {
		const reasons = LISTS.flatMap(({ leftOut = {} }) =>
			Object.values(leftOut).flatMap((group) => Object.values(group)),
		);
		expect(reasons.filter((reason) => reason.trim().length < 10)).toEqual([]);
	});

	it('are all of them', () => {
		const lists = sandbox
			.routes()
			.filter((route) => !route.isOf(COLLECTIONS))
			.map(String)
			.filter((route) => /^GET .*\/[^:/]+$/.test(route))
			.map((route) => route.replace('GET /stores/:storeHash', ''));
		expect(LISTS.map(({ route }) => route).sort()).toEqual(lists.sort());
	});
});
