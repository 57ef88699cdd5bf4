import { Decisions, ON_HOLD } from './support/decisions';
import { World } from './support/world';

const MISTYPED = { modelKey: { __rl: true, mode: 'key', value: 'no_such_model' } };

let world: World;
let decisions: Decisions;

beforeAll(async () => {
	world = await World.open();
	decisions = new Decisions(world);
});

beforeEach(async () => await world.reset());

afterAll(async () => await world.close());

/** What went to the store but to read. */
const changesOfStore = async () =>
	(await decisions.sandbox.exchanges.list({ service: 'bigcommerce' })).filter(
		({ method }) => method !== 'GET',
	);

describe('a process model that is not deployed', () => {
	it('fails the item before anything is claimed or held', async () => {
		const id = await world.placeOrder();
		const before = await decisions.orderOf(id);
		await decisions.sandbox.exchanges.clear();
		const { error } = await decisions.ask(id, MISTYPED);
		expect(error?.message).toContain('No process model with key "no_such_model" is deployed');
		expect(await changesOfStore()).toEqual([]);
		expect(await decisions.orderOf(id)).toEqual(before);
	});

	it('leaves the question that runs as it is, also where it would be replaced', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		await decisions.sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		const { error } = await decisions.ask(id, MISTYPED);
		expect(error?.message).toContain('No process model');
		expect((await decisions.casesOf(key))[0].state).toBe('running');
		expect((await decisions.roundOf(id, key)).state).toBe('open');
	});

	it('is no reason not to ask where the service cannot tell: the order waits all the same', async () => {
		const id = await world.placeOrder();
		await decisions.sandbox.faults.add({
			service: 'workflow',
			kind: 'status',
			status: 403,
			path: '/runtime/models',
			times: 9,
		});
		expect(await decisions.asked(id)).toMatchObject({ round: 1, state: 'open' });
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
	});
});
