import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../../../../nodes/shared/isRecord';
import { byId, runOperation } from '../../../../support/operationRun';
import { content } from '../../../../support/orderMetafields';
import { ServiceDouble, v3, type Answer, type SentRequest } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const DATED = { date_modified: '2026-11-22T10:00:00Z', resource_id: 1 };

/** Order 1 with the metafields a and b; what is sent in one way is refused. */
function order(refuses: 'POST' | 'PUT', refusal: Answer) {
	const rows: IDataObject[] = ['a', 'b'].map((key, at) => ({
		...content('old'),
		id: at + 1,
		key,
		...DATED,
	}));
	const answer = ({ method, path, body }: SentRequest): Answer => {
		if (method === 'GET') return v3(rows);
		if (method === refuses) return refusal;
		const sent = (Array.isArray(body) ? body : [body]).filter(isRecord).map((row) => ({ ...row }));
		const shown = sent.map((row) => {
			const id = Number(row.id ?? rows.length + 1);
			const done = { ...rows[id - 1], ...row, id, ...DATED };
			rows[id - 1] = done;
			return done;
		});
		return v3(path.endsWith('/orders/metafields') ? shown : shown[0]);
	};
	return { rows, service: new ServiceDouble(answer) };
}

const items = ['c', 'a', 'b', 'd'].map((key) => ({ ...byId(1), ...content('new'), key }));

const run = async (service: ServiceDouble, continueOnFail: boolean) =>
	(
		await passTime(
			async () =>
				await runOperation({
					resource: 'orderMetafield',
					operation: 'upsert',
					items,
					service,
					continueOnFail,
				}),
		)
	).result.map(({ json }) => json);

const REFUSED: Answer = { status: 400, body: {} };

describe('Create or Update of several metafields, of which some are there', () => {
	it.each<['POST' | 'PUT', string[]]>([
		['POST', ['a', 'b']],
		['PUT', ['c', 'd']],
	])('tells what is refused by %s of those alone', async (refuses, done) => {
		const { service } = order(refuses, REFUSED);
		const told = await run(service, true);
		expect(told.map(({ key, error }) => key ?? error)).toEqual(
			items.map(({ key }) => (done.includes(key) ? key : expect.stringContaining('did not accept'))),
		);
	});

	it('begins nothing behind a change that is refused, unless the node goes on', async () => {
		const { rows, service } = order('PUT', REFUSED);
		await expect(run(service, false)).rejects.toThrow(/did not accept/);
		expect(rows.map(({ key, value }) => [key, value])).toEqual([
			['a', 'old'],
			['b', 'old'],
			['c', 'new'],
		]);
	});
});
