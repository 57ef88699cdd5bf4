import { mock } from 'jest-mock-extended';
import type { IHookFunctions } from 'n8n-workflow';
import { hookLifecycle, type Registrations } from '../../../../nodes/shared/hookLifecycle';

/** A life cycle over registrations that tell what was asked of them. */
const lifecycleOf = (stands: boolean, usable = true) => {
	const asked: string[] = [];
	const registrations: Registrations = {
		stands: async () => (asked.push('stands'), await Promise.resolve(stands)),
		establish: async () => void (await Promise.resolve(asked.push('establish'))),
		withdraw: async () => void (await Promise.resolve(asked.push('withdraw'))),
	};
	const lifecycle = hookLifecycle(
		async () => await Promise.resolve(registrations),
		async () => (usable ? await Promise.resolve() : await Promise.reject(new Error('cannot be called'))),
	);
	return { lifecycle, asked, functions: mock<IHookFunctions>() };
};

describe('the life cycle of hooks', () => {
	it.each([true, false])('tells whether the registrations stand: %s', async (stands) => {
		const { lifecycle, asked, functions } = lifecycleOf(stands);
		expect(await lifecycle.checkExists.call(functions)).toBe(stands);
		expect(asked).toEqual(['stands']);
	});

	it.each(['checkExists', 'create'] as const)(
		'asks nothing of the service in %s when it could not call this n8n',
		async (step) => {
			const { lifecycle, asked, functions } = lifecycleOf(true, false);
			await expect(lifecycle[step].call(functions)).rejects.toThrow('cannot be called');
			expect(asked).toEqual([]);
		},
	);

	it('removes registrations also where the service could not call this n8n any more', async () => {
		const { lifecycle, asked, functions } = lifecycleOf(true, false);
		expect(await lifecycle.delete.call(functions)).toBe(true);
		expect(asked).toEqual(['withdraw']);
	});
});
