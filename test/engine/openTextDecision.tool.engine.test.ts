import type { INodeParameters } from 'n8n-workflow';
import { about, Decisions } from './support/decisions';
import { useWorld } from './support/useWorld';

/** An agent calls OpenText Decision as its tool: n8n gives it what leaves by the first output, and nothing else (decisions page, section 4). */

const NODE = 'openTextDecision';

const world = useWorld();
const decisions = new Decisions(world);

/** What leaves by each output. */
async function called(parameters: INodeParameters, isTool = true) {
	const { outputs, error } = await world.engine.run({
		node: NODE,
		parameters,
		credentials: world.credentials(NODE),
		isTool,
	});
	if (error) throw error;
	return outputs.map((items) => items.map(({ json }) => json));
}

const get = (id: number): INodeParameters => ({
	resource: 'decision',
	operation: 'get',
	findBy: 'question',
	...about(id),
	purpose: 'risk-review',
});

it('hears of everything, and by which branch it leaves', async () => {
	const id = await world.placeOrder();
	expect(await called(get(id))).toMatchObject([[{ branch: 'Not Found', reason: 'it was never asked' }]]);
	expect(await called(decisions.asking(id))).toMatchObject([[{ branch: 'Asked', link: { round: 1 } }]]);
	expect(await called(decisions.asking(id))).toMatchObject([
		[{ branch: 'Nothing to Ask', link: { round: 1 } }],
	]);
	expect(await called(get(id))).toMatchObject([[{ branch: 'Found', link: { state: 'open' } }]]);
});

it('changes nothing for a workflow, which has a branch for each', async () => {
	const [found, notFound] = await called(get(await world.placeOrder()), false);
	expect(found).toEqual([]);
	expect(notFound).toMatchObject([{ reason: 'it was never asked' }]);
	expect(notFound[0]).not.toHaveProperty('branch');
});
