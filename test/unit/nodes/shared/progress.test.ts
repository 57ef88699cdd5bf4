import type { IExecuteFunctions } from 'n8n-workflow';
import { tellProgress } from '../../../../nodes/shared/progress';

const NAME = 'the list of orders';
const SIZE = 250;

/** The hints after so many pages. */
const hintsAfter = (pages: number, total?: number): string[] => {
	const addExecutionHints = jest.fn();
	const functions: Pick<IExecuteFunctions, 'addExecutionHints'> = { addExecutionHints };
	for (let number = 1; number <= pages; number += 1) {
		tellProgress(functions as IExecuteFunctions, NAME, { pages: number, seen: number * SIZE, total });
	}
	return addExecutionHints.mock.calls.map(([{ message }]) => String(message));
};

describe('progress of a long list', () => {
	it('is told once for every 40 pages', () => {
		expect(hintsAfter(100)).toEqual([
			'Read 10000 rows of the list of orders in 40 pages',
			'Read 20000 rows of the list of orders in 80 pages',
		]);
	});

	it('is told with the whole where the store says it', () => {
		expect(hintsAfter(40, 12_345)).toEqual(['Read 10000 of 12345 rows of the list of orders in 40 pages']);
	});

	it('is not told of a list that is not long', () => {
		expect(hintsAfter(39)).toEqual([]);
	});
});
