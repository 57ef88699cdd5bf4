import axios from 'axios';
import omit from 'lodash/omit';
import type { AxiosInstance } from 'axios';
import { z } from 'zod';

import { plainParameters } from '../sandbox/bigcommerce/b2b/routes';
import { extraAskedOf } from '../sandbox/bigcommerce/b2b/table';
import type { B2bTable } from '../sandbox/bigcommerce/b2b/table';
import { B2B_COLLECTIONS } from '../sandbox/bigcommerce/b2b/tables';
import { filterNames } from '../sandbox/bigcommerce/collection/parameters';
import { READ_ONLY_TOKEN } from '../sandbox/core/fixtures';
import { B2B_CASES } from './b2bCases';
import { describeWithSpecs } from './describeWithSpecs';
import { expectContract } from './index';
import { parametersOf } from './parameters';
import { listOf } from './spec/json';
import { answerProperties, bodyProperties, requiredProperties } from './spec/properties';
import { b2bClient, call, startStoreSandbox } from './storeSandbox';
import type { Call, StoreSandbox } from './storeSandbox';

const TABLES = B2B_COLLECTIONS.map((table): [string, B2bTable] => [table.name, table]);

const record = z.record(z.unknown());

const dataIn = (body: unknown) => z.object({ data: z.unknown() }).parse(body).data;

const rowsIn = (body: unknown) => {
	const data = dataIn(body);
	return z.array(record).parse(record.safeParse(data).data?.list ?? data);
};

describeWithSpecs("the sandbox's B2B Edition", (specs) => {
	let sandbox: StoreSandbox;
	let client: AxiosInstance;

	const called: Array<{ method: string; url: string }> = [];
	const exchanges = () => sandbox.context.exchanges.list({ service: 'bigcommerce' });
	const make = async (method: Call['method'], path: string, status: number, body?: unknown) =>
		await call(client, { method, path, status, body });

	/** The one description of a call of a table. */
	const described = ({ path }: B2bTable, method: string, below = '') => {
		const { operations } = specs().find(method, `/api/v3/io${path}${below}`);
		expect(operations.length).toBeGreaterThan(0);
		return operations[0];
	};

	/** A record that is there when the sandbox starts, as the list shows it. */
	const seeded = async (table: B2bTable) => {
		const query = table.extra === undefined ? '' : `?${extraAskedOf(table).join('=')}`;
		return rowsIn(await make('GET', `${table.path}${query}`, 200))[0];
	};

	beforeAll(async () => {
		sandbox = await startStoreSandbox();
		client = b2bClient(sandbox.url);
	});

	afterAll(async () => await sandbox.close());

	beforeEach(async () => await axios.post(`${sandbox.url}/_sandbox/reset`, {}));

	afterEach(() => called.push(...exchanges()));

	describe.each(TABLES)('%s', (name, table) => {
		const { create, change, filters } = B2B_CASES[name];
		const { path, calls, idName } = table;

		it('has every query parameter of its description, or leaves it out with a reason', () => {
			const leftOut = Object.keys(table.leftOut?.parameters ?? {});
			const offered = new Set([...filterNames(table), ...plainParameters(table), ...leftOut]);
			const wanted = parametersOf(specs(), described(table, 'GET'))
				.filter((parameter) => parameter.in === 'query')
				.map((parameter) => parameter.name);
			expect(wanted.filter((parameter) => !offered.has(parameter))).toEqual([]);
			expect([...offered].filter((parameter) => !wanted.includes(parameter))).toEqual([]);
		});

		it('sorts by what its description names', () => {
			const { file } = described(table, 'GET');
			const parameter = parametersOf(specs(), described(table, 'GET')).find((each) => each.name === 'sortBy');
			const words = listOf(specs().resolve(file, parameter?.schema).enum);
			expect([...(table.sort?.by ?? [])].sort()).toEqual(words.map(String).sort());
		});

		it('has every property of the described answer in its answer', async () => {
			const wanted = answerProperties(specs(), described(table, 'GET'));
			expect(wanted.length).toBeGreaterThan(1);
			const shown = Object.keys(await seeded(table));
			expect(wanted.filter((property) => !shown.includes(property))).toEqual([]);
		});

		it('knows every property of the described bodies, or leaves it out with a reason', () => {
			const known = new Set([...Object.keys(table.fields), ...Object.keys(table.leftOut?.properties ?? {})]);
			const written = [
				...(calls.create === undefined ? [] : [described(table, 'POST')]),
				...(calls.update === undefined ? [] : [described(table, 'PUT', '/1')]),
			];
			const wanted = written.flatMap((operation) => [...bodyProperties(specs(), operation).keys()]);
			expect(wanted.length > 0).toBe(written.length > 0);
			expect(wanted.filter((property) => !known.has(property))).toEqual([]);
		});

		if (calls.create !== undefined) {
			it('wants of a new record what its description requires', () => {
				const required = requiredProperties(specs(), described(table, 'POST'));
				const wanted = Object.keys(table.fields).filter((property) => table.fields[property].required);
				expect(wanted.sort()).toEqual([...new Set(required)].sort());
			});
		}

		it('answers every call as described', async () => {
			const { [idName ?? 'id']: first } = await seeded(table);
			let made = first;
			if (create !== undefined) {
				await make('POST', path, 200, create);
				made = rowsIn(await make('GET', path, 200))[0][idName ?? 'id'];
				expect(made).not.toBe(first);
			}
			if (calls.get === true) {
				await make('GET', `${path}/${String(made)}`, 200);
				await make('GET', `${path}/999999`, 404);
			}
			if (change !== undefined) {
				await make('PUT', `${path}/${String(made)}`, 200, change);
				await make('PUT', `${path}/999999`, 404, change);
			}
			if (calls.remove?.one !== undefined) {
				await make('DELETE', `${path}/${String(made)}`, 200);
				await make('DELETE', `${path}/999999`, 404);
			}
			expectContract(exchanges());
		});

		it('answers every filter as described', async () => {
			expect(Object.keys(filters).sort()).toEqual(filterNames(table).sort());
			for (const [parameter, value] of Object.entries(filters)) {
				await make('GET', `${path}?${parameter}=${encodeURIComponent(value)}`, 200);
			}
			for (const by of table.sort?.by ?? []) await make('GET', `${path}?sortBy=${by}`, 200);
			await make('GET', `${path}?limit=2&offset=1`, 200);
			expectContract(exchanges());
		});

		it('refuses in the described form', async () => {
			await make('GET', `${path}?no_such_filter=1`, 422);
			await make('GET', `${path}?limit=1000`, 422);
			if (create !== undefined) await make('POST', path, 422, { no_such_field: 1 });
			expectContract(exchanges(), { requests: false });
		});
	});

	it('answers a second person of one address, and the removal of the last one, as described', async () => {
		await make('POST', '/users', 422, { ...B2B_CASES.companyUsers.create, email: 'owner@example.net' });
		await make('POST', '/companies', 422, { ...B2B_CASES.companies.create, adminEmail: 'owner@example.net' });
		await make('DELETE', '/users/5001', 422);
		expectContract(exchanges());
	});

	it('answers companies that are made in one call as described', async () => {
		const path = '/companies/bulk';
		const one = omit(B2B_CASES.companies.create, 'acceptCreationEmail', 'extraFields');
		const body = (nth: number) => ({
			...one,
			companyName: `Bulk ${nth}`,
			adminEmail: `bulk${nth}@example.org`,
			acceptWelcomeEmail: false,
			extraFields: { fieldName: 'Tax ID', fieldValue: 'TEST-9' },
		});
		const made = await make('POST', path, 200, [body(1), body(2)]);
		expect(z.object({ meta: z.array(z.object({ companyId: z.number() })) }).parse(made).meta).toHaveLength(2);
		await make('POST', path, 400, [body(1), body(3)]);
		await make('POST', path, 409, [body(1)]);
		expectContract(exchanges());
		await make('POST', path, 422, [omit(body(4), 'companyName')]);
		await make(
			'POST',
			path,
			413,
			Array.from({ length: 11 }, (_, nth) => body(10 + nth)),
		);
		expectContract(exchanges(), { requests: false });
		expect(rowsIn(await make('GET', '/companies?q=bulk', 200))).toHaveLength(3);
	});

	it('answers companies that are changed in one call as described', async () => {
		const path = '/companies/bulk';
		const [first, second] = rowsIn(await make('GET', '/companies?limit=2', 200));
		const row = ({ companyId }: Record<string, unknown>, city = 'Austin') => ({ companyId, city });
		await make('PUT', path, 200, [row(first), { ...row(second), companyPhone: '512-555-0177' }]);
		const shown = await make('GET', `/companies/${String(second.companyId)}`, 200);
		expect(dataIn(shown)).toMatchObject({ companyPhone: '512-555-0177' });
		await make('PUT', path, 404, [
			{ ...row(first), companyPhone: '512-555-0178' },
			row({ companyId: 999999 }),
		]);
		expectContract(exchanges());
		await make('PUT', path, 400, [row(first, '')]);
		await make('PUT', path, 400, [omit(row(first), 'companyId')]);
		await make('PUT', path, 400, [{ ...row(first), uuid: '497f6eca-6276-4993-bfeb-53cbbbba6f08' }]);
		await make('PUT', path, 400, row(first));
		await make(
			'PUT',
			path,
			413,
			Array.from({ length: 11 }, () => row(first)),
		);
		expectContract(exchanges(), { requests: false });
		const stayed = await make('GET', `/companies/${String(first.companyId)}`, 200);
		expect(dataIn(stayed)).toMatchObject({ companyPhone: first.companyPhone });
	});

	it.each(['companyUsers', 'companyAddresses'])(
		'answers %s that are made in one call as described',
		async (name) => {
			const { path } = TABLES.filter(([each]) => each === name)[0][1];
			const body = (nth: number) => ({
				...B2B_CASES[name].create,
				email: `bulk${nth}@example.org`,
				firstName: `Bulk ${nth}`,
			});
			const row = (nth: number) => (name === 'companyUsers' ? body(nth) : omit(body(nth), 'email'));
			const made = await make('POST', `${path}/bulk`, 200, [row(1), row(2)]);
			expect(rowsIn(made)).toHaveLength(2);
			expectContract(exchanges());
			await make('POST', `${path}/bulk`, 422, [row(3), omit(row(4), 'lastName')]);
			await make(
				'POST',
				`${path}/bulk`,
				413,
				Array.from({ length: 11 }, (_, nth) => row(10 + nth)),
			);
			expectContract(exchanges(), { requests: false });
			const kept = rowsIn(await make('GET', path, 200)).filter(({ firstName }) =>
				/^Bulk/.test(String(firstName)),
			);
			expect(kept).toHaveLength(2);
		},
	);

	it('answers a group that becomes a company, once, as described', async () => {
		const body = omit(B2B_CASES.companies.create, 'customerGroupId', 'channelIds', 'originChannelId');
		const path = '/customer-groups/1/companies';
		await axios.post(`${sandbox.url}/_sandbox/bigcommerce/settings`, { b2bCompanies: 'dependent' });
		await make('POST', path, 200, body);
		await make('POST', path, 400, { ...body, adminEmail: 'other@example.org' });
		await make('POST', '/customer-groups/999999/companies', 404, body);
		expectContract(exchanges());
	});

	it('answers what is done with a quote as described', async () => {
		await make('GET', '/rfq/9001?date=01%2F05%2F2026', 200);
		await make('POST', '/rfq/9001/pdf-export', 200, {});
		await make('POST', '/rfq/9001/checkout', 200, {});
		await make('POST', '/rfq/9001/ordered', 422, { orderId: 'none' });
		await make('POST', '/rfq/9001/ordered', 200, { orderId: '100' });
		await make('POST', '/rfq/9001/checkout', 422, {});
		expectContract(exchanges());
		await make('GET', '/rfq/9001', 422);
	});

	it('makes another cart of a quote with each call, which nothing shows afterwards', async () => {
		const cart = async () => dataIn(await make('POST', '/rfq/9001/checkout', 200, {}));
		const [first, second] = [await cart(), await cart()];
		expect(second).not.toEqual(first);
		expect(JSON.stringify(await make('GET', '/rfq/9001?date=01%2F05%2F2026', 200))).not.toMatch(/cart/i);
	});

	it('answers where the PDF of an invoice is as described', async () => {
		await make('GET', '/ip/invoices/7001/download-pdf', 200);
		await make('GET', '/ip/invoices/999999/download-pdf', 404);
		expectContract(exchanges());
	});

	it('answers which companies a sales staff account looks after as described', async () => {
		const path = '/sales-staffs/20135';
		await make('PUT', path, 200, [{ companyId: 802, assignStatus: true }]);
		await make('PUT', path, 200, [{ companyId: 801, assignStatus: false }]);
		const shown = dataIn(await make('GET', path, 200));
		expect(shown).toMatchObject({ assignedCompanies: [{ id: 802 }] });
		await make('PUT', path, 422, [{ companyId: 999999, assignStatus: true }]);
		await make('PUT', '/sales-staffs/999999', 422, [{ companyId: 801, assignStatus: true }]);
		expectContract(exchanges());
	});

	it('answers which extra fields there are as described', async () => {
		for (const owner of ['/addresses', '/companies', '/users', '/ip/invoices', '/orders', '/rfq']) {
			expect(rowsIn(await make('GET', `${owner}/extra-fields?limit=2&offset=1`, 200))).toHaveLength(2);
		}
		expectContract(exchanges());
	});

	it('answers a change of status as described', async () => {
		await make('PUT', '/companies/801/status', 200, { companyStatus: 1 });
		expect(dataIn(await make('GET', '/companies/801', 200))).toMatchObject({ companyStatus: '1' });
		expectContract(exchanges());
	});

	it('answers what a company has one of as described', async () => {
		const path = '/companies/802';
		await make('GET', `${path}/credit`, 200);
		await make('PUT', `${path}/credit`, 200, { creditEnabled: true, availableCredit: 4000.5 });
		await make('GET', `${path}/payment-terms`, 200);
		await make('PUT', `${path}/payment-terms`, 200, { isEnabled: true, paymentTerms: 30 });
		await make('GET', `${path}/payments`, 200);
		expect(rowsIn(await make('GET', '/payments', 200))).toContainEqual(
			expect.objectContaining({ id: 2, paymentCode: 'purchaseorder' }),
		);
		await make('PUT', `${path}/payments`, 200, { payments: [{ code: 'purchaseorder', isEnabled: true }] });
		await make('PUT', `${path}/payments`, 404, { payments: [{ code: 'none', isEnabled: true }] });
		expectContract(exchanges());
		await make('PUT', `${path}/payment-terms`, 400, { isEnabled: true, paymentTerms: 31 });
		const shown = dataIn(await make('GET', `${path}/payments`, 200));
		expect(shown).toContainEqual(expect.objectContaining({ code: 'purchaseorder', isEnabled: true }));
	});

	it('takes, shows and removes files of a company as described', async () => {
		const path = '/companies/801/attachments';
		const form = new FormData();
		form.append('attachmentFile', new Blob(['%PDF-1.7']), 'agreement-1.pdf');
		const { status } = await client.post(path, form);
		expect(status).toBe(200);
		const [{ id }] = rowsIn(await make('GET', path, 200));
		await make('DELETE', `${path}/${String(id)}`, 200);
		await make('DELETE', `${path}/${String(id)}`, 404);
		await make('GET', '/companies/999999/attachments', 404);
		expectContract(exchanges());
	});

	it('lets nobody in without the right to change, and fails for another store', async () => {
		await call(b2bClient(sandbox.url, READ_ONLY_TOKEN), { method: 'GET', path: '/companies', status: 403 });
		await call(b2bClient(sandbox.url, 'nobody'), { method: 'GET', path: '/companies', status: 401 });
		const other = b2bClient(sandbox.url);
		other.defaults.headers['X-Store-Hash'] = 'other';
		await call(other, { method: 'GET', path: '/companies', status: 500 });
		expectContract(exchanges(), { requests: false });
	});

	it('takes files only so many times a minute, whatever comes of them', async () => {
		const post = async () => {
			const form = new FormData();
			form.append('attachmentFile', new Blob(['%PDF-1.7']), 'agreement-1.pdf');
			return (await client.post('/companies/999999/attachments', form)).status;
		};
		const statuses: number[] = [];
		while (statuses.length < 16) statuses.push(await post());
		expect(statuses.at(-1)).toBe(429);
		expect(statuses.at(0)).toBe(404);
	});

	it('was asked at every route it has, by the tests above', () => {
		const routes = sandbox.b2bRoutes();
		expect(routes.length).toBeGreaterThan(TABLES.length);
		expect(routes.filter((route) => !called.some((exchange) => route.fits(exchange))).map(String)).toEqual(
			[],
		);
	});
});
