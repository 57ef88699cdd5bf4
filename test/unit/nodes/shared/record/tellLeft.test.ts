import type { IExecuteFunctions } from 'n8n-workflow';
import { text } from '../../../../../nodes/shared/record/field';
import { tellLeft } from '../../../../../nodes/shared/record/tellLeft';

const RECORD = {
	one: 'variant',
	required: {},
	further: { upc: text('UPC', '') },
	onlyNew: { mpn: text('MPN', ''), gtin: text('GTIN', ''), kind: text('Kind', '') },
	starts: { kind: 'plain' },
};

const opened = () => {
	const addExecutionHints = jest.fn();
	const functions: Pick<IExecuteFunctions, 'addExecutionHints'> = { addExecutionHints };
	return {
		tell: (values: Record<string, string>) => tellLeft(functions as IExecuteFunctions, RECORD, values),
		hints: () => addExecutionHints.mock.calls.map(([{ message }]) => String(message)),
	};
};

describe('what a record that is there is not given', () => {
	it('is told by the names of its fields, once for all items of a run', () => {
		const { tell, hints } = opened();
		tell({ mpn: 'M1', upc: '4006381333931' });
		tell({ mpn: 'M2', gtin: 'G2' });
		expect(hints()).toEqual([
			'MPN can be set on a new variant only: where it was there, it has what it had',
			'GTIN can be set on a new variant only: where it was there, it has what it had',
		]);
	});

	it('is nothing where only what can be changed was entered, or what a new one has anyway', () => {
		const { tell, hints } = opened();
		tell({ upc: '4006381333931', kind: 'plain' });
		expect(hints()).toEqual([]);
	});
});
