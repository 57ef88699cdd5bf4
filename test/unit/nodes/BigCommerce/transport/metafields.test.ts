import {
	mayCreateAgain,
	Metafields,
	metafieldsOfType,
} from '../../../../../nodes/BigCommerce/transport/metafields';
import { OWNER_TYPES } from '../../../../../nodes/BigCommerce/transport/owners';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { executeFunctions } from '../../../support/contexts';
import { answering, ok, v3, type Answer, type ServiceDouble } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';

const [orderType] = OWNER_TYPES.filter(({ value }) => value === 'order');
const INPUT = { namespace: 'returns', key: 'approval', value: 'yes', permission_set: 'write' };
const LIST = '/v3/orders/7/metafields';

const client = (service: ServiceDouble) => new StoreClient(executeFunctions({ service }), { itemIndex: 0 });
const metafields = (service: ServiceDouble) => new Metafields(client(service), { type: orderType, id: '7' });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('creating a metafield', () => {
	const creating = async (answer: Answer) => {
		const service = answering({ [`POST ${LIST}`]: answer });
		return { result: await metafields(service).tryCreate(INPUT), service };
	};

	it('succeeds with 200, not 201 (reference 5.3)', async () => {
		const { result, service } = await creating(v3({ id: 1, ...INPUT }));
		expect(result).toMatchObject({ created: { id: 1, ...INPUT, given: { id: 1, ...INPUT } } });
		expect(service.requests[0].body).toEqual(INPUT);
	});

	it('tells a duplicate from success', async () => {
		expect((await creating({ status: 409, body: { status: 409, title: 'Conflict' } })).result).toEqual({
			duplicate: true,
		});
	});

	it.each<[string, Answer, boolean]>([
		['a server error', { status: 503 }, true],
		['a broken connection', { broken: 'ECONNRESET' }, true],
		['a success without a record', ok(''), false],
		['a web page with a good status', ok('<html>maintenance</html>'), false],
		['JSON that was cut off', ok('{"data": {"id": 1, "nam'), false],
		['a record without the envelope', ok({ id: 1, ...INPUT }), false],
		['a list', v3([]), false],
		['no content', { status: 204 }, false],
	])(
		'is in doubt after %s, is not repeated at once, and may be sent again: %s',
		async (_what, answer, again) => {
			const { result, service } = await creating(answer);
			expect('doubt' in result && mayCreateAgain(result.doubt)).toBe(again);
			expect(result).toHaveProperty('doubt');
			expect(service.requests).toHaveLength(1);
		},
	);

	it.each([400, 401, 403, 404, 422])('throws what BigCommerce refuses with %i', async (status) => {
		await expect(creating({ status })).rejects.toMatchObject({
			httpCode: String(status),
			message: expect.stringMatching(/^Item 1: /),
		});
	});

	it('throws a duplicate too where there must not be one', async () => {
		const service = answering({ [`POST ${LIST}`]: { status: 409 } });
		await expect(metafields(service).create(INPUT)).rejects.toMatchObject({
			message: 'Item 1: BigCommerce already has what was sent for metafields of order 7',
		});
	});
});

describe('removing a metafield', () => {
	const removing = async (...answers: Answer[]) => {
		const service = answering({ [`DELETE ${LIST}/12`]: answers });
		return (await passTime(async () => await metafields(service).remove(12))).result;
	};

	it('says that it was there', async () => {
		expect(await removing({ status: 204 })).toBe(true);
	});

	it('says that somebody else removed it', async () => {
		expect(await removing({ status: 404 })).toBe(false);
	});

	it('takes a 404 after a lost answer for its own work', async () => {
		expect(await removing({ broken: 'ECONNRESET' }, { status: 404 })).toBe(true);
	});

	it.each([ok('<html>maintenance</html>'), ok({ data: { id: 12 } }), ok('')])(
		'is not done by anything but 204: %j',
		async (answer) => {
			await expect(removing(answer, { status: 404 })).rejects.toThrow(/BigCommerce answered with/);
		},
	);

	it('throws every other refusal', async () => {
		await expect(removing({ status: 403 })).rejects.toMatchObject({
			message: 'Item 1: The API account may not change metafield 12 of order 7',
		});
	});
});

describe('reading metafields', () => {
	it('of a name leaves out what only looks alike', async () => {
		const alike = [
			{ id: 1, namespace: 'returns', key: 'approval' },
			{ id: 2, namespace: 'returns', key: 'approval2' },
			{ id: 3, namespace: 'Returns', key: 'approval' },
		];
		const service = answering({ [`GET ${LIST}`]: v3(alike) });
		expect(await metafields(service).named(INPUT)).toEqual([{ ...alike[0], given: alike[0] }]);
		expect(service.requests[0].query).toMatchObject({ namespace: 'returns', key: 'approval' });
	});

	it('gives one by its id', async () => {
		const service = answering({ [`GET ${LIST}/12`]: v3({ id: 12 }) });
		expect(await metafields(service).get(12)).toEqual({ id: 12 });
	});

	it('of every object of a type asks the batch path', async () => {
		const fields = [{ id: 1, namespace: 'n', key: 'k' }];
		const service = answering({ 'GET /v3/orders/metafields': v3(fields) });
		expect(await metafieldsOfType(client(service), orderType, { namespace: 'n' })).toEqual([
			{ ...fields[0], given: fields[0] },
		]);
	});

	it.each<[object]>([
		[{ id: 9 }],
		[{ id: 9, namespace: 'returns' }],
		[{ id: 9, key: 'approval' }],
		[{ id: 9, namespace: null, key: 'approval' }],
		[{ id: 9, namespace: 'returns', key: { a: 1 } }],
		[{ namespace: 'returns', key: 'approval' }],
		[{ status: 500, title: 'Internal' }],
	])('fails at %j among them: a row that does not name itself could be the one', async (row) => {
		const service = answering({ [`GET ${LIST}`]: v3([{ id: 1, namespace: 'n', key: 'k' }, row]) });
		const work = async () => await metafields(service).named(INPUT);
		await expect(passTime(work)).rejects.toThrow(/BigCommerce answered with/);
	});
});

describe('changing a metafield', () => {
	it('sends all main fields, which orders require (reference 5.3)', async () => {
		const service = answering({ [`PUT ${LIST}/12`]: v3({ id: 12, ...INPUT }) });
		await metafields(service).update(12, INPUT);
		expect(service.requests[0].body).toEqual(INPUT);
	});

	it('names the metafield that is not there', async () => {
		await expect(metafields(answering({})).update(12, INPUT)).rejects.toMatchObject({
			message: 'Item 1: BigCommerce knows no metafield 12 of order 7 in this store',
		});
	});
});
