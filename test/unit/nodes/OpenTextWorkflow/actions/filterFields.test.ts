import { filterFields, readFilters } from '../../../../../nodes/OpenTextWorkflow/actions/filterFields';
import { filtersCollection } from '../../../../../nodes/shared/fields';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';

const FIELDS = [
	...filterFields('time', [['dueAfter', 'Due After', 'x']]),
	...filterFields('text', [['name', 'Name', 'x']]),
];

const read = (filters: Record<string, string>, zone = '') => {
	const functions = executeFunctions({ items: [{ filters }] });
	functions.getTimezone = () => zone;
	return readFilters(new ItemRun(functions, 0), FIELDS);
};

describe('filters of a list', () => {
	it('are shown by their names', () => {
		const shown = filtersCollection([...FIELDS].reverse());
		expect(shown.options?.map(({ name }) => name)).toEqual(['dueAfter', 'name']);
	});

	it.each([
		['2026-11-22T10:00:00Z', '', '2026-11-22T10:00:00.000Z'],
		['2026-11-22T10:00:00', 'Europe/Berlin', '2026-11-22T09:00:00.000Z'],
		['2026-11-22 10:00:00', 'America/New_York', '2026-11-22T15:00:00.000Z'],
		['2026-11-22T10:00:00+05:30', 'Europe/Berlin', '2026-11-22T04:30:00.000Z'],
		['2026-11-22', '', '2026-11-22T00:00:00.000Z'],
	])('read the time %s in zone %p as %s', (dueAfter, zone, expected) => {
		expect(read({ dueAfter }, zone)).toEqual({ dueAfter: expected });
	});

	it('leave text alone, and leave out what was left empty', () => {
		expect(read({ name: '2026-11-22', dueAfter: '' })).toEqual({ name: '2026-11-22' });
	});
});
