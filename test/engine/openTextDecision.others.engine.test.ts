import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { SECOND_ACCESS_TOKEN } from '../sandbox/core/fixtures';
import { Decisions, DAY_MS, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const NODE = 'openTextDecision';

interface Asker {
	workflowId?: string;
	store?: ICredentialDataDecryptedObject;
	more?: INodeParameters;
	/** How many items ask. */
	times?: number;
}

/** Ask about an order, in a workflow of its own and with an API account of its own. */
const askAs = async (id: number, { workflowId, store = {}, more = {}, times = 1 }: Asker) => {
	const credentials = world.credentials(NODE);
	return await world.engine.run({
		node: NODE,
		parameters: decisions.asking(id, more),
		credentials: { ...credentials, bigCommerceApi: { ...credentials.bigCommerceApi, ...store } },
		items: Array.from({ length: times }, () => ({})),
		...(workflowId !== undefined && { workflowId }),
	});
};

describe('who else asks about an order', () => {
	it('is said when it is another workflow with the same purpose, and stops nothing', async () => {
		const id = await world.placeOrder();
		expect((await askAs(id, { workflowId: 'first' })).hints).toEqual([]);
		const second = await askAs(id, { workflowId: 'second' });
		expect(outputsOf(second)[1]).toMatchObject([{ reason: 'asked already' }]);
		expect(second.hints).toEqual([
			'Workflow first asks with the purpose "risk-review" in this store, too. Let one of the two run, or give one a purpose of its own.',
		]);
	});

	it('is said once, however many items of one execution meet it, and again in the next', async () => {
		const id = await world.placeOrder();
		await askAs(id, { workflowId: 'first' });
		const said = [expect.stringContaining('Workflow first asks with the purpose')];
		expect((await askAs(id, { workflowId: 'second', times: 3 })).hints).toEqual(said);
		expect((await askAs(id, { workflowId: 'second' })).hints).toEqual(said);
	});

	it('is not said of the same workflow, of another purpose, or of what was asked long ago', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		expect((await askAs(id, {})).hints).toEqual([]);
		const other = await askAs(id, { workflowId: 'second', more: { purpose: 'second-look' } });
		expect(other.hints).toEqual([]);
		await world.must(NODE, { resource: 'decision', operation: 'withdraw', findBy: 'linkKey', linkKey: key });
		clock.aheadMs = 8 * DAY_MS;
		expect((await askAs(id, { workflowId: 'third' })).hints).toEqual([]);
	});

	it('is said when it is another API account, by which the lock of the store goes', async () => {
		const id = await world.placeOrder();
		expect((await askAs(id, {})).hints).toEqual([]);
		const store = { accessToken: SECOND_ACCESS_TOKEN };
		const { hints } = await askAs(id, { store, more: { purpose: 'second-look' } });
		expect(hints).toEqual([expect.stringContaining('Two API accounts keep decisions in this store')]);
	});
});
