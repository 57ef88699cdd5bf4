import { searchModels } from '../../../../../nodes/OpenTextWorkflow/methods/listSearch';
import { loadOptionsFunctions } from '../../../support/contexts';
import { answering, ok } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { hal, RUNTIME, tenantCredential } from '../../../support/workflow';

const service = () =>
	answering({
		[`GET ${RUNTIME}/runtime/models`]: hal([
			{ id: '2', key: 'refund_approval', name: 'Refund Approval' },
			{ id: '1', key: 'order_risk_review', name: 'Order Risk Review' },
			{ id: '3', key: 'nameless' },
		]),
	});

describe('the list of process models', () => {
	it('shows the latest version of each by name, and gives its key', async () => {
		const used = service();
		const { results } = await searchModels.call(loadOptionsFunctions(used, tenantCredential()));
		expect(results).toEqual([
			{ name: 'nameless (nameless)', value: 'nameless' },
			{ name: 'Order Risk Review (order_risk_review)', value: 'order_risk_review' },
			{ name: 'Refund Approval (refund_approval)', value: 'refund_approval' },
		]);
		expect(used.requests[0].query).toEqual({ latestVersion: true, offset: 0, count: 100 });
	});

	it('finds by part of name or key', async () => {
		const { results } = await searchModels.call(
			loadOptionsFunctions(service(), tenantCredential()),
			' RISK ',
		);
		expect(results.map(({ value }) => value)).toEqual(['order_risk_review']);
	});

	it.each([{ id: '4' }, { id: '4', key: null }, { id: '4', key: '' }, 'text', null])(
		'shows the others when one cannot be chosen: %j',
		async (odd) => {
			const rows = [{ id: '1', key: 'order_risk_review', name: 'Order Risk Review' }, odd];
			const used = answering({ [`GET ${RUNTIME}/runtime/models`]: ok({ _embedded: { models: rows } }) });
			const { results } = await searchModels.call(loadOptionsFunctions(used, tenantCredential()));
			expect(results.map(({ value }) => value)).toEqual(['order_risk_review']);
		},
	);

	it('is none when no row of it is a model', async () => {
		jest.useFakeTimers();
		const used = answering({ [`GET ${RUNTIME}/runtime/models`]: ok([{ message: 'boom' }]) });
		const search = async () => await searchModels.call(loadOptionsFunctions(used, tenantCredential()));
		await expect(passTime(search)).rejects.toThrow(/answered with/);
		jest.useRealTimers();
	});
});
