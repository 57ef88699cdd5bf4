import { withLeapingSleep } from './support/leapingTime';
import { TOGETHER } from './support/newRecords';
import { CREATE_PERSON, person, times, storeRuns } from './support/storeRuns';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const { run, sent, writes, kept, cut } = storeRuns(world);

const emails = () => kept('customers').map(({ values }) => String(values.email));

describe('new customers', () => {
	it('are made ten in one call, each paired with its item', async () => {
		const { items, error } = await run(CREATE_PERSON, times(12, person));
		expect(error).toBeUndefined();
		expect(sent()).toEqual([
			'GET /customers 200',
			'POST /customers 200',
			'GET /customers 200',
			'POST /customers 200',
		]);
		expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual(
			times(12, (nth) => [person(nth).email, { item: nth - 1 }]),
		);
	});

	it.each([true, false])(
		'are made but for the one that is refused, whether a refused call changed nothing: %s',
		async (refusedBatchChangesNothing) => {
			await world.control().post('/bigcommerce/settings', { refusedBatchChangesNothing });
			await run(CREATE_PERSON, [{ ...person(4), first: 'Somebody', last: 'Else' }]);
			const { items } = await run(CREATE_PERSON, times(12, person), 'continueRegularOutput');
			expect(items.map(({ json, pairedItem }) => [json.email ?? json.error, pairedItem])).toEqual(
				times(12, (nth) => [
					nth === 4 ? expect.stringMatching(/^Item 4: .* new customer/) : person(nth).email,
					{ item: nth - 1 },
				]),
			);
			expect(emails().filter((email) => /^n\d/.test(email))).toHaveLength(12);
		},
	);

	it('leave the one that stands already to a call of its own, and take it for nothing new', async () => {
		await run(CREATE_PERSON, [person(2)]);
		const { items } = await run(CREATE_PERSON, times(3, person), 'continueRegularOutput');
		expect(writes()).toEqual(['POST /customers 200', 'POST /customers 422']);
		expect(items[1].json.error).toMatch(/^Item 2: /);
		expect(emails().filter((email) => /^n\d/.test(email))).toHaveLength(3);
	});

	it('are found when the answer was lost, and sent once', async () => {
		cut('resetAfter', 'POST', '/customers$');
		const { items, error } = await run(CREATE_PERSON, times(3, person));
		expect(error).toBeUndefined();
		expect(writes()).toHaveLength(1);
		expect(items.map(({ json }) => json.email)).toEqual(times(3, (nth) => person(nth).email));
	});

	it('are not known to be made when nothing is found after a lost answer', async () => {
		cut('resetBefore', 'POST', '/customers$');
		const { error } = await run(CREATE_PERSON, times(3, person));
		expect(String(error?.description)).toMatch(/It is not known whether 3 customers were created/);
		expect(writes()).toHaveLength(1);
	});
});

describe.each(TOGETHER)('%s', (_what, parameters, item, calls, shows) => {
	it('are made in one call, each paired with its item', async () => {
		const { items, error } = await run(parameters, times(4, item));
		expect(error).toBeUndefined();
		expect(writes()).toEqual(calls);
		expect(items.map(({ json, pairedItem }) => [json[shows], pairedItem])).toEqual(
			times(4, (nth) => [item(nth)[shows], { item: nth - 1 }]),
		);
	});

	it('are found when the answer was lost, and sent once', async () => {
		const [method, path] = calls[0].split(' ');
		cut('resetAfter', method, `${path}$`);
		const { items, error } = await run(parameters, times(3, item));
		expect(error).toBeUndefined();
		expect(writes()).toHaveLength(1);
		expect(items.map(({ json }) => json[shows])).toEqual(times(3, (nth) => item(nth)[shows]));
	});

	it('take none for their own that stood before', async () => {
		await run(parameters, [item(2)]);
		const { items } = await run(parameters, times(3, item), 'continueRegularOutput');
		expect([items[0].json[shows], items[2].json[shows]]).toEqual([item(1)[shows], item(3)[shows]]);
		// It has a call of its own, which the store refuses or takes.
		expect(writes()).toHaveLength(2);
	});
});

it('gives customers store credit as a number', async () => {
	const { items } = await run({ ...CREATE_PERSON, additionalFields: { storeCredit: 25.5 } }, [person(1)]);
	const { json } = items[0];
	expect(kept('customers').find(({ id }) => id === json.id)?.values.store_credit_amounts).toEqual([
		{ amount: 25.5 },
	]);
});
