import { mock } from 'jest-mock-extended';
import type { IHookFunctions } from 'n8n-workflow';
import { hookLifecycle, type Registrations } from '../../../../nodes/shared/hookLifecycle';
import { NODE } from '../../support/node';

const AT = 'at https://n8n.example.com/webhook/1';

/** A life cycle over registrations that tell what was asked of them. */
const lifecycleOf = (stands: boolean, usable = true) => {
	const asked: string[] = [];
	const functions = mock<IHookFunctions>({
		getNode: () => NODE,
		getNodeWebhookUrl: () => 'https://n8n.example.com/webhook/1',
	});
	const registrations: Registrations = {
		stands: async () => (asked.push('stands'), await Promise.resolve(stands)),
		establish: async () => void (await Promise.resolve(asked.push('establish'))),
		withdraw: async () => void (await Promise.resolve(asked.push('withdraw'))),
	};
	const lifecycle = hookLifecycle(async (_functions, address) => {
		asked.push(`at ${address}`);
		const fault = () => (usable ? undefined : { what: 'It cannot be called', next: 'Open it.' });
		return await Promise.resolve({ registrations, fault });
	});
	return { lifecycle, asked, functions };
};

describe('the life cycle of hooks', () => {
	it.each([true, false])('tells whether the registrations stand: %s', async (stands) => {
		const { lifecycle, asked, functions } = lifecycleOf(stands);
		expect(await lifecycle.checkExists.call(functions)).toBe(stands);
		expect(asked).toEqual([AT, 'stands']);
	});

	it.each(['checkExists', 'create'] as const)(
		'asks nothing of the service in %s when it could not call this n8n',
		async (step) => {
			const { lifecycle, asked, functions } = lifecycleOf(true, false);
			await expect(lifecycle[step].call(functions)).rejects.toMatchObject({
				message: 'It cannot be called',
				description: 'Open it.',
			});
			expect(asked).toEqual([AT]);
		},
	);

	it('removes registrations also where the service could not call this n8n any more', async () => {
		const { lifecycle, asked, functions } = lifecycleOf(true, false);
		expect(await lifecycle.delete.call(functions)).toBe(true);
		expect(asked).toEqual([AT, 'withdraw']);
	});
});
