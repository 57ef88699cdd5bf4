import type { useWorld } from './useWorld';

/** Loses the answer of the next creation at a path of the store or its edition: it is carried out, and nobody hears of it. */
export const cutAnswer = (world: ReturnType<typeof useWorld>, path: string) =>
	world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind: 'resetAfter',
		method: 'POST',
		path,
		times: 1,
	});
