import type { INodeParameters } from 'n8n-workflow';
import { useWorld } from './support/useWorld';

const SECRET = 'not-for-anybody';

const world = useWorld();

const run = async (operation: string, parameters: INodeParameters) =>
	await world.run('bigCommerce', { resource: 'hook', operation, ...parameters });

const DESCRIBED: INodeParameters = {
	scope: 'store/order/*',
	destination: 'https://example.com/orders',
	additionalFields: { headers: JSON.stringify({ 'X-Secret': SECRET }) },
};

const switched = async (switches: object) => await world.control().post('/bigcommerce/settings', switches);

const kept = () => Object.values(world.sandbox.bigCommerce.kept().hooks);

describe.each([
	['under data', { hooksUnderData: true, removedHook: 'shown' }],
	['without an envelope', { hooksUnderData: false, removedHook: 'shown' }],
	['and nothing of one that is gone', { hooksUnderData: true, removedHook: 'noContent' }],
])('a store that shows hooks %s', (_name, switches) => {
	it('is sent the headers, and what it shows of them never comes out', async () => {
		await switched(switches);
		const shown: string[] = [];
		const told = async (operation: string, parameters: INodeParameters = {}) => {
			const { outputs, error } = await run(operation, parameters);
			expect(error).toBeUndefined();
			shown.push(JSON.stringify(outputs));
			return outputs.flat()[0].json;
		};
		const { id } = await told('create', DESCRIBED);
		expect(kept()).toMatchObject([{ id, headers: { 'X-Secret': SECRET } }]);
		const hookId = { __rl: true, mode: 'id', value: String(id) };
		await told('update', { hookId, updateFields: { isActive: false } });
		await told('get', { hookId });
		await told('getAll', { returnAll: true });
		expect(await told('reactivate', { hookId })).toMatchObject({ is_active: true });
		expect(kept()).toMatchObject([{ headers: { 'X-Secret': SECRET } }]);
		expect(await told('delete', { hookId })).toEqual({ id, deleted: true });
		expect(kept()).toEqual([]);
		expect(shown.join()).not.toContain(SECRET);
		expect(shown.join()).not.toContain('headers');
	});
});

it('has one hook of a scope and a destination, whatever happens to the answer', async () => {
	await run('create', DESCRIBED);
	const { error } = await run('create', DESCRIBED);
	expect(error?.message).toMatch(/already has what was sent for the new webhook$/);
	expect(kept()).toHaveLength(1);
});

it('leaves a hook that staff switched off as it is, unless the item says otherwise; a new one is on', async () => {
	const { outputs } = await run('upsert', DESCRIBED);
	expect(outputs.flat()[0].json).toMatchObject({ created: true, is_active: true });
	const hookId = { __rl: true, mode: 'id', value: String(outputs.flat()[0].json.id) };
	await run('update', { hookId, updateFields: { isActive: false } });
	const again = await run('upsert', DESCRIBED);
	expect(again.outputs.flat()[0].json).toMatchObject({ created: false, is_active: false });
	expect(kept()).toMatchObject([{ is_active: false }]);
	await run('upsert', { ...DESCRIBED, additionalFields: { isActive: true } });
	expect(kept()).toMatchObject([{ is_active: true }]);
});
