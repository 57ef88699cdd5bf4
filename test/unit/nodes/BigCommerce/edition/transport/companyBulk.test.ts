import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../../../../nodes/shared/isRecord';
import { B2bClient } from '../../../../../../nodes/BigCommerce/edition/transport/B2bClient';
import { createCompanies } from '../../../../../../nodes/BigCommerce/edition/transport/companyBulk';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';
import { CREDENTIAL } from '../../../../support/node';
import { ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const row = (nth: number): IDataObject => ({
	companyName: `Company ${nth}`,
	companyEmail: `o${nth}@example.org`,
});

const rows = (count: number) => Array.from({ length: count }, (_row, at) => row(at + 1));

/** An edition that answers a creation by this rule, once what it makes is made. */
function edition(
	answer: (sent: IDataObject[], ids: number[]) => Answer,
	makes: (nth: number) => boolean = () => true,
) {
	const kept: IDataObject[] = [{ companyId: 1, ...row(3) }];
	const service = new ServiceDouble(({ method, body }) => {
		if (method === 'GET') {
			const pagination = { totalCount: kept.length, limit: 100, offset: 0 };
			return ok({ code: 200, data: [...kept].reverse(), meta: { message: 'SUCCESS', pagination } });
		}
		const sent = (Array.isArray(body) ? body : []).filter(isRecord).map((each) => ({ ...each }));
		const made = sent.filter((_each, at) => makes(at)).map((each, at) => ({ companyId: 900 + at, ...each }));
		kept.push(...made);
		return answer(
			sent,
			made.map(({ companyId }) => companyId),
		);
	});
	return service;
}

/** An edition whose list shows nothing; ids stand in the opposite order. */
function unlisted(called: (each: IDataObject, at: number) => IDataObject) {
	const kept: IDataObject[] = [];
	const service = new ServiceDouble(({ method, path, body }) => {
		const one = /\/companies\/(\d+)$/.exec(path);
		if (one) return ok({ code: 200, data: kept.find(({ companyId }) => String(companyId) === one[1]) });
		if (method === 'GET') {
			return ok({
				code: 200,
				data: [],
				meta: { message: 'SUCCESS', pagination: { totalCount: 0, limit: 100, offset: 0 } },
			});
		}
		const sent = (Array.isArray(body) ? body : []).filter(isRecord).map((each) => ({ ...each }));
		kept.push(...sent.map(called).map((each, at) => ({ ...each, companyId: 900 + sent.length - 1 - at })));
		const ids = kept.map(({ companyId }) => Number(companyId)).reverse();
		return good(sent, ids);
	});
	return { kept, service };
}

const good = (_sent: IDataObject[], ids: number[]): Answer =>
	ok({ code: 200, meta: ids.map((companyId) => ({ companyId })), data: { id: 'x' } });

const PARTLY: Answer = {
	status: 400,
	body: {
		code: 400,
		data: { errors: [{ id: '42', _detail: 'No phone' }] },
		meta: { message: 'Some failed' },
	},
};

const create = async (service: ServiceDouble, sent: IDataObject[]) => {
	const functions = executeFunctions({ service, credential: CREDENTIAL });
	const work = async () => await createCompanies(functions, new B2bClient(functions), sent);
	return (await passTime(work)).result;
};

const posts = ({ requests }: ServiceDouble) => requests.filter(({ method }) => method === 'POST').length;

describe('companies that are made in one call (reference 13.2)', () => {
	it('are told apart by name and e-mail, whatever the order of their ids', async () => {
		const service = edition((sent, ids) => good(sent, [...ids].reverse()));
		expect(await create(service, rows(2))).toMatchObject([
			{ companyId: 900, ...row(1) },
			{ companyId: 901, ...row(2) },
		]);
		expect(service.lines).toHaveLength(3);
	});

	it('are told apart also where no list shows them yet, the last one whatever it is called', async () => {
		const { kept, service } = unlisted((each, at) => (at === 2 ? { ...each, companyName: 'C-3' } : each));
		expect(await create(service, rows(3))).toMatchObject([
			{ companyId: 902, ...row(1) },
			{ companyId: 901, ...row(2) },
			{ companyId: 900, companyName: 'C-3' },
		]);
		expect(kept).toHaveLength(3);
	});

	it('are never taken for each other where several are called otherwise', async () => {
		const { service } = unlisted((each, at) => (at === 0 ? each : { ...each, companyName: `C-${at}` }));
		expect(await create(service, rows(3))).toEqual([
			expect.objectContaining({ companyId: 902, ...row(1) }),
			expect.any(Error),
			expect.any(Error),
		]);
	});

	it.each([
		['the second list', /\/companies$/],
		['one of them', /\/companies\/901$/],
	])('are made also where %s cannot be read: those that are known are told', async (_what, broken) => {
		const { service } = unlisted((each) => each);
		let isMade = false;
		const failing = new ServiceDouble(async (request) => {
			if (isMade && request.method === 'GET' && broken.test(request.path)) return { status: 500, body: {} };
			isMade ||= request.method === 'POST';
			return await service.reply(request);
		});
		const [first, second, third] = await create(failing, rows(3));
		expect([first, third]).toMatchObject([
			{ companyId: 902, ...row(1) },
			{ companyId: 900, ...row(3) },
		]);
		if (broken.test('/companies')) expect(second).toMatchObject({ companyId: 901, ...row(2) });
		else expect(JSON.stringify(second)).toMatch(/they are all made: 901\./);
		expect(posts(failing)).toBe(1);
	});

	it('are those that were not there before when only some are made; the others are sent alone', async () => {
		const service = edition(
			() => PARTLY,
			(at) => at === 0,
		);
		expect(await create(service, rows(3))).toEqual([
			expect.objectContaining({ companyId: 900, ...row(1) }),
			expect.any(Function),
			expect.any(Function),
		]);
	});

	it('are told as made where the list shows them only after they were refused as duplicates', async () => {
		const kept: IDataObject[] = [];
		const late = { lists: 0 };
		const service = new ServiceDouble(({ method, body }) => {
			if (method === 'GET') {
				const data = kept.length && ++late.lists > 3 ? [...kept].reverse() : [];
				const pagination = { totalCount: data.length, limit: 100, offset: 0 };
				return ok({ code: 200, data, meta: { message: 'SUCCESS', pagination } });
			}
			if (kept.length) return { status: 409, body: { code: 409, data: {}, meta: { message: 'Exists' } } };
			const sent = (Array.isArray(body) ? body : []).filter(isRecord);
			kept.push(...sent.slice(0, 1).map((each) => ({ companyId: 900, ...each })));
			return PARTLY;
		});
		const functions = executeFunctions({ service, credential: CREDENTIAL });
		const [first] = await create(service, rows(2));
		const work = async () =>
			typeof first === 'function'
				? await first(new ItemRun(functions, 0), new B2bClient(functions))
				: undefined;
		expect((await passTime(work)).result).toMatchObject({ companyId: 900, ...row(1) });
	});

	it('say why one alone is refused', async () => {
		const service = edition(
			() => PARTLY,
			() => false,
		);
		const [refused] = await create(service, rows(1));
		expect(refused).toBeInstanceOf(Error);
		expect(JSON.stringify(refused)).toContain('No phone');
		expect(service.lines).toHaveLength(2);
	});

	it('are all refused where it is about none of them', async () => {
		const service = edition(
			() => ({ status: 403, body: {} }),
			() => false,
		);
		await expect(create(service, rows(2))).rejects.toThrow(/may not work with 2 new companies/);
	});

	it('are looked for after a lost answer and never sent again', async () => {
		const lost = edition(() => ({ broken: 'ECONNRESET' }));
		expect(await create(lost, rows(2))).toMatchObject([row(1), row(2)]);
		expect(posts(lost)).toBe(1);
		const half = edition(
			() => ({ broken: 'ECONNRESET' }),
			(at) => at === 0,
		);
		expect(await create(half, rows(2))).toEqual([expect.objectContaining(row(1)), expect.any(Error)]);
		expect(posts(half)).toBe(1);
	});
});
