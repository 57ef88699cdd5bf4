import { mapped } from '../../../../../conformance/support/operationCase';
import { runOperation } from '../../../../support/operationRun';
import { answering, v3, type Answer } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

const ENTERED = {
	customerId: { __rl: true, mode: 'id', value: '32' },
	...mapped({
		first_name: 'Ada',
		last_name: 'Example',
		address1: '1 Main Street',
		city: 'Austin',
		country_code: 'US',
	}),
};

const PICKED = {
	customerAddressId: { __rl: true, mode: 'id', value: '60' },
	...mapped({ city: 'Austin' }),
};

const SHOWN = {
	id: 61,
	customer_id: 32,
	first_name: 'Ada',
	last_name: 'Example',
	address1: '1 Main Street',
	city: 'Austin',
	country_code: 'US',
};

const creating = async (post: Answer, found: object[] = []) => {
	const service = answering({
		'POST /v3/customers/addresses': post,
		'GET /v3/customers/addresses': v3(found),
	});
	const run = runOperation({ resource: 'customerAddress', operation: 'create', items: [ENTERED], service });
	return { run, service };
};

describe('an address that equals another one is left out of a good answer (reference 6.2)', () => {
	it('so that a creation says that it is there, and that nothing was changed', async () => {
		const { run, service } = await creating(v3([]));
		await expect(run).rejects.toMatchObject({
			message: 'Item 1: The store has this customer address already',
			description: expect.stringContaining('Nothing was changed.'),
		});
		expect(service.lines).toEqual(['POST /v3/customers/addresses']);
	});

	it('and so does a change', async () => {
		const service = answering({ 'PUT /v3/customers/addresses': v3([]) });
		await expect(
			runOperation({ resource: 'customerAddress', operation: 'update', items: [PICKED], service }),
		).rejects.toMatchObject({
			message: 'Item 1: The store has this customer address already',
			description: expect.stringContaining('Nothing was changed.'),
		});
	});

	it('while changes that were sent together are sent one by one, so that the right item is named', async () => {
		const second = { ...PICKED, customerAddressId: { __rl: true, mode: 'id', value: '61' } };
		const service = answering({ 'PUT /v3/customers/addresses': [v3([SHOWN]), v3([]), v3([SHOWN])] });
		const output = await runOperation({
			resource: 'customerAddress',
			operation: 'update',
			items: [PICKED, second],
			service,
			continueOnFail: true,
		});
		expect(output.map(({ json }) => json)).toEqual([
			expect.objectContaining({ error: 'Item 1: The store has this customer address already' }),
			expect.objectContaining({ id: 61 }),
		]);
	});
});

describe('a creation of an address whose answer is lost', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('is looked for among those of the customer by all that was entered', async () => {
		const others = [
			{ ...SHOWN, id: 62, address1: '2 Main Street' },
			{ ...SHOWN, id: 63, customer_id: 33 },
		];
		const service = answering({
			'POST /v3/customers/addresses': { status: 504 },
			'GET /v3/customers/addresses': v3([...others, SHOWN]),
		});
		const { result } = await passTime(
			async () =>
				await runOperation({ resource: 'customerAddress', operation: 'create', items: [ENTERED], service }),
		);
		expect(result).toMatchObject([{ json: { id: 61 } }]);
		expect(service.requests[1].query).toMatchObject({ 'customer_id:in': 32 });
		expect(service.lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
	});
});
