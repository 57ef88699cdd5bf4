import { ApplicationError, type IDataObject } from 'n8n-workflow';
import { EDITION_SCOPES } from '../../../../../nodes/BigCommerce/trigger/edition';
import { readFullRecord } from '../../../../../nodes/BigCommerce/trigger/fullRecord';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { B2bClient } from '../../../../../nodes/BigCommerce/edition/transport/B2bClient';
import { answering, ok, type Answer } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { hookFunctions } from '../../../support/triggers';

const BASE = 'GET /api/v3/io';

const good = (data: object): Answer => ok({ code: 200, data, meta: { message: 'SUCCESS' } });

const read = async (answers: Record<string, Answer>, scope: string, data: IDataObject) => {
	const service = answering(answers);
	const functions = hookFunctions({ service });
	const full = await readFullRecord(
		new StoreClient(functions),
		{ scope, data },
		new B2bClient(functions, { patienceMs: 1_000 }),
	);
	return { full, lines: service.lines };
};

describe('where the object of an event of B2B Edition is read (reference 12.5)', () => {
	it.each<[string, IDataObject, string, string, object]>([
		['store/company/updated', { company_id: 3 }, 'company', '/companies/3', { companyId: 3 }],
		['store/company/statusUpdated', { company_id: '3' }, 'company', '/companies/3', { companyId: 3 }],
		['store/company/user/created', { company_id: 3, user_id: 5 }, 'companyUser', '/users/5', { id: 5 }],
		[
			'store/company/address/updated',
			{ company_id: 3, address_id: 6 },
			'companyAddress',
			'/addresses/6',
			{ addressId: 6 },
		],
		['store/quote/created', { quote_id: 9 }, 'quote', '/rfq/9', { quoteNumber: 'QN000009' }],
		['store/superadmin/updated', { user_id: 4 }, 'superAdmin', '/super-admins/info/4', { id: 4 }],
	])('%s', async (scope, data, kind, path, record) => {
		const { full, lines } = await read({ [`${BASE}${path}`]: good(record) }, scope, data);
		expect(full).toMatchObject({ kind, record });
		expect(lines).toEqual([`${BASE}${path}`]);
		expect(EDITION_SCOPES).toContain(scope);
	});

	it.each<[string, IDataObject]>([
		['store/company/deleted', { company_id: 3 }],
		['store/quote/deleted', { quote_id: 9 }],
		['store/superadmin/deleted', { user_id: 4 }],
		['store/company/updated', {}],
		['store/company/updated', { company_id: '3/../../users' }],
	])('%s %j stays thin, and nothing is asked', async (scope, data) => {
		expect(await read({}, scope, data)).toEqual({ full: undefined, lines: [] });
	});

	it.each<[string, IDataObject, string, object, string, string, IDataObject[]]>([
		[
			'store/company/superadmin/assignmentUpdated',
			{ company_id: 3 },
			'/companies/3',
			{ companyId: 3 },
			'/companies/3/super-admins',
			'superAdmins',
			[{ id: 4 }],
		],
		[
			'store/superadmin/assignmentUpdated',
			{ user_id: 4 },
			'/super-admins/info/4',
			{ id: 4 },
			'/super-admins/4/companies',
			'companies',
			[{ companyId: 3 }, { companyId: 5 }],
		],
	])('%s: with who is assigned', async (scope, data, path, record, list, part, rows) => {
		const meta = { message: 'SUCCESS', pagination: { totalCount: rows.length, offset: 0, limit: 100 } };
		const answers = {
			[`${BASE}${path}`]: good(record),
			[`${BASE}${list}`]: ok({ code: 200, data: rows, meta }),
		};
		const { full, lines } = await read(answers, scope, data);
		expect(full).toMatchObject({ record, part: { kind: part, rows } });
		expect(lines).toEqual([`${BASE}${path}`, `${BASE}${list}`]);
		const { full: without } = await read({ ...answers, [`${BASE}${list}`]: { status: 403 } }, scope, data);
		expect(without).toMatchObject({
			record,
			part: { kind: part, refused: expect.any(Error), passing: false },
		});
	});

	it('is thin where no super admin is found: that the event names it so is a guess', async () => {
		const { full, lines } = await read({}, 'store/superadmin/created', { user_id: 4 });
		expect(full).toBeUndefined();
		expect(lines).toEqual([`${BASE}/super-admins/info/4`]);
	});

	it('comes with its times in ISO 8601, which B2B Edition counts in seconds', async () => {
		const answers = { [`${BASE}/companies/3`]: good({ companyId: 3, createdAt: '1761000000' }) };
		const { full } = await read(answers, 'store/company/created', { company_id: 3 });
		expect(full).toMatchObject({ record: { createdAt: '2025-10-20T22:40:00.000Z' } });
	});

	it('is told as gone when it was removed since', async () => {
		const { full } = await read({}, 'store/quote/updated', { quote_id: 9 });
		expect(full).toEqual({ kind: 'quote', gone: true });
	});

	it.each<[Answer, boolean]>([
		[{ status: 403 }, false],
		[{ status: 405 }, false],
		[{ status: 401 }, true],
		[{ status: 500 }, true],
		[{ broken: 'ECONNRESET' }, true],
		[good({ companyId: 4 }), true],
	])('says why not, and whether it may pass: %j', async (answer, passing) => {
		jest.useFakeTimers();
		const { result } = await passTime(
			async () => await read({ [`${BASE}/companies/3`]: answer }, 'store/company/updated', { company_id: 3 }),
		);
		jest.useRealTimers();
		expect(result.full).toMatchObject({ kind: 'company', passing, refused: expect.any(Error) });
	});
});

describe('a credential of B2B Edition that cannot be used (guide: an event is told all the same)', () => {
	const data: IDataObject = { company_id: 3 };
	const company = { scope: 'store/company/updated', data };

	const readWith = async (ofEdition: () => IDataObject) => {
		const service = answering({});
		const functions = hookFunctions({ service });
		const ofStore = await functions.getCredentials('bigCommerceApi');
		jest
			.mocked(functions.getCredentials)
			.mockImplementation(async (type) =>
				type === 'bigCommerceB2bApi' ? { ...ofStore, ...ofEdition() } : ofStore,
			);
		const edition = new B2bClient(functions, { patienceMs: 1_000 });
		return { full: await readFullRecord(new StoreClient(functions), company, edition), service };
	};

	it.each<[string, () => IDataObject, string]>([
		[
			'was removed',
			() => {
				throw new ApplicationError('Credential with ID "7" does not exist');
			},
			'does not exist',
		],
		['has a faulty store hash', () => ({ storeHash: 'stores/abc' }), 'store hash'],
		['is of another store', () => ({ storeHash: 'other1' }), 'another store'],
	])('%s: no other try helps, so the reason is told', async (_words, ofEdition, reason) => {
		const { full, service } = await readWith(ofEdition);
		expect(full).toMatchObject({
			kind: 'company',
			passing: false,
			refused: { message: expect.stringContaining(reason) },
		});
		expect(service.lines).toEqual([]);
	});

	it('of the store itself is still an error', async () => {
		const functions = hookFunctions({ credential: { storeHash: '/', accessToken: 'x' } });
		const reading = readFullRecord(
			new StoreClient(functions),
			company,
			new B2bClient(functions, { patienceMs: 1_000 }),
		);
		await expect(reading).rejects.toThrow('store hash');
	});
});
