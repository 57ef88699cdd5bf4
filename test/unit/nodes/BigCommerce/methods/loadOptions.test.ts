import { getOrderStatuses } from '../../../../../nodes/BigCommerce/methods/loadOptions';
import { loadOptionsFunctions } from '../../../support/contexts';
import { answering, ok, type Answer } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';

const loading = async (answer: Answer) =>
	await getOrderStatuses.call(loadOptionsFunctions(answering({ 'GET /v2/order_statuses': answer })));

describe('loading order statuses', () => {
	it("shows the merchant's own labels, and works with the ids", async () => {
		expect(
			await loading(
				ok([
					{ id: 0, name: 'Incomplete', custom_label: 'Incomplete' },
					{ id: 12, name: 'Manual Verification Required', custom_label: 'Under review' },
					{ id: 11, name: 'Awaiting Fulfillment', custom_label: '' },
				]),
			),
		).toEqual([
			{ name: 'Incomplete', value: 0, description: undefined },
			{ name: 'Under review', value: 12, description: 'Manual Verification Required' },
			{ name: 'Awaiting Fulfillment', value: 11, description: undefined },
		]);
	});

	it('fails when what came is no list', async () => {
		jest.useFakeTimers();
		const bad = [
			ok([{ status: 500, message: 'Internal' }]),
			ok([{}]),
			ok([
				{ id: null, name: 'Odd' },
				{ id: 5, name: 'Cancelled' },
			]),
			ok('<html>maintenance</html>'),
			ok({ id: 1 }),
			ok(''),
		];
		for (const answer of bad) {
			await expect(passTime(async () => await loading(answer))).rejects.toThrow(/BigCommerce answered with/);
		}
		jest.useRealTimers();
	});

	it('says what is wrong with the credential', async () => {
		await expect(loading({ status: 401 })).rejects.toMatchObject({
			message: 'BigCommerce does not accept the access token for this store',
			description: expect.stringContaining('Open the BigCommerce credential'),
		});
	});
});
