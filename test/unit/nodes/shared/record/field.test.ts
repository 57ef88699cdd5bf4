import { ItemRun } from '../../../../../nodes/shared/itemRun';
import {
	choices,
	entered,
	flag,
	ids,
	inputsOf,
	text,
	time,
	uuids,
	whole,
} from '../../../../../nodes/shared/record/field';
import { executeFunctions } from '../../../support/contexts';

const FIELDS = {
	priority: whole('Priority'),
	name: text('Name'),
	candidateGroups: text('Any of These Candidate Groups', 'Separated by commas', {
		name: 'anyCandidateGroup',
	}),
	dueAfter: time('Due After'),
	active: flag('Active', 'Whether x'),
};

const IDS = { 'id:in': ids('IDs', '', { name: 'ids' }) };

const read = (filters: Record<string, unknown>, zone = '') => {
	const functions = executeFunctions({ items: [{ filters: JSON.parse(JSON.stringify(filters)) }] });
	functions.getTimezone = () => zone;
	return entered(new ItemRun(functions, 0), 'filters', 'filters', FIELDS);
};

describe('filters of a list', () => {
	it('are shown by their names', () => {
		const names = inputsOf(FIELDS).map(({ name }) => name);
		expect(names).toEqual(['active', 'anyCandidateGroup', 'dueAfter', 'name', 'priority']);
	});

	it('have no description, rather than an empty one, when their name says it all', () => {
		expect(FIELDS.name.property).not.toHaveProperty('description');
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

	it.each(['7', '7,8', ' 7 , 8 ', 7])('take ids, one or several: %j', (given) => {
		const run = new ItemRun(executeFunctions({ items: [{ filters: { ids: given } }] }), 0);
		expect(entered(run, 'filters', 'filters', IDS)).toEqual({ 'id:in': String(given).trim() });
	});

	it.each(['7;8', '7,', 'seven', '7&limit=1'])('take nothing else for ids: %j', (given) => {
		const run = new ItemRun(executeFunctions({ items: [{ filters: { ids: given } }] }), 0);
		expect(() => entered(run, 'filters', 'filters', IDS)).toThrow(
			`IDs must be whole numbers, separated by commas, but it is "${given}"`,
		);
	});

	const SEVERAL = {
		'status:in': choices(
			'Status',
			[
				{ name: 'On', value: 'on' },
				{ name: 'Off', value: 'off' },
			],
			'status',
		),
		'uuid:in': uuids('UUIDs', '', { name: 'uuids' }),
	};

	const several = (filters: object) =>
		entered(
			new ItemRun(executeFunctions({ items: [JSON.parse(JSON.stringify({ filters }))] }), 0),
			'filters',
			'filters',
			SEVERAL,
		);

	it.each([
		[{ status: ['on', 'off'] }, { 'status:in': 'on,off' }],
		// As it was saved while one alone could be chosen.
		[{ status: 'on' }, { 'status:in': 'on' }],
		[
			{ uuids: '00000000-0000-4000-8000-000000000018' },
			{ 'uuid:in': '00000000-0000-4000-8000-000000000018' },
		],
	])('take several choices and UUIDs: %j', (given, sent) => {
		expect(several(given)).toEqual(sent);
	});

	it.each([
		[{ status: [] }, 'Status is empty'],
		[{ status: ['on', 'up'] }, 'Status has no choice "up"'],
		[{ uuids: '18' }, 'UUIDs must be UUIDs, separated by commas, but it is "18"'],
	])('refuse what is none of them: %j', (given, said) => {
		expect(() => several(given)).toThrow(said);
	});

	it('are sent by the service’s own names', () => {
		expect(read({ anyCandidateGroup: 'a,b', name: 'c' })).toEqual({
			candidateGroups: 'a,b',
			name: 'c',
		});
	});
});
