import { NodeOperationError } from 'n8n-workflow';
import { onlyOne } from '../../../../../../nodes/BigCommerce/actions/crud/onlyOne';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';

const run = new ItemRun(executeFunctions({}), 0);

const SOUGHT = { words: 'customers', called: 'e-mail address' };

const thrownBy = (work: () => unknown): unknown => {
	try {
		return work();
	} catch (error) {
		return error;
	}
};

describe('the one that a key is of', () => {
	it.each([[[], undefined] as const, [[{ id: 1 }], { id: 1 }] as const])('of %j is %j', (found, only) => {
		expect(onlyOne(run, found, SOUGHT)).toEqual(only);
	});

	it.each([
		[undefined, 'Use Update, and choose the one by ID.'],
		['its number', 'Use Update, and choose the one by its number.'],
	])('is refused where several have it, with the next step, by: %s', (by, next) => {
		const error = thrownBy(() => onlyOne(run, [{ id: 1 }, { id: 2 }], { ...SOUGHT, by }));
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: 'Item 1: Several customers have this e-mail address',
			description: next,
		});
	});
});
