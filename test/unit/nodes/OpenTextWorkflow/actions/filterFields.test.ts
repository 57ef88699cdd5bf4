import { asQuery, filterFields } from '../../../../../nodes/OpenTextWorkflow/actions/filterFields';
import { filtersCollection } from '../../../../../nodes/shared/fields';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';

const FIELDS = [
	...filterFields('time', [['dueAfter', 'Due After', 'x']]),
	...filterFields('text', [['name', 'Name', 'x']]),
	...filterFields('flag', [['active', 'Active', 'x']]),
	...filterFields('count', [['priority', 'Priority', 'x']]),
];

const read = (filters: Record<string, unknown>, zone = '') => {
	const functions = executeFunctions({ items: [{ filters: JSON.parse(JSON.stringify(filters)) }] });
	functions.getTimezone = () => zone;
	return asQuery(new ItemRun(functions, 0).filters('filters', FIELDS));
};

describe('filters of a list', () => {
	it('are shown by their names', () => {
		const shown = filtersCollection([...FIELDS].reverse());
		expect(shown.options?.map(({ name }) => name)).toEqual(['active', 'dueAfter', 'name', 'priority']);
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

	it('leave text alone', () => {
		expect(read({ name: '2026-11-22', active: false, priority: '50' })).toEqual({
			name: '2026-11-22',
			active: false,
			priority: 50,
		});
	});

	it.each([
		[{ name: '' }, 'Name is empty'],
		[{ dueAfter: null }, 'Due After is empty'],
		[{ dueAfter: 'yesterday' }, 'Due After must be a date and time'],
		[{ name: { first: 'a' } }, 'Name must be text'],
		[{ active: 'perhaps' }, 'Active must be true or false'],
		[{ priority: 2.5 }, 'Priority must be a whole number'],
		[{ nmae: 'x' }, 'Filters has no field "nmae"'],
	])(
		'that say nothing or cannot be read are refused, since without them everything would come: %j',
		(filters, said) => {
			expect(() => read(filters)).toThrow(said);
		},
	);

	it('are sent by the service’s own names', () => {
		expect(asQuery({ anyCandidateGroup: 'a,b', candidateGroup: 'c' })).toEqual({
			candidateGroups: 'a,b',
			candidateGroup: 'c',
		});
	});
});
