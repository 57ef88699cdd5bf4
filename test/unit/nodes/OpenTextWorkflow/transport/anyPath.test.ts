import {
	endOf,
	hasSubscriptionFilter,
	pathBelowApi,
	removesNamed,
} from '../../../../../nodes/OpenTextWorkflow/transport/anyPath';

const GATEWAY = 'https://us.api.opentext.com';

const ID = 'f8985abd-3391-11ea-b509-eeee0affefe7';

describe('pathBelowApi', () => {
	it.each([
		['/tasks', '/tasks'],
		['tasks/', '/tasks'],
		['/workflow/v1/tasks', '/tasks'],
		['workflow/v1/tasks', '/tasks'],
		[`${GATEWAY}/workflow/v1/tasks/${ID}`, `/tasks/${ID}`],
		['https://US.api.opentext.com/workflow/v1/tasks', '/tasks'],
	])('takes %s for %s', (entered, path) => {
		expect(pathBelowApi(entered, 'runtime', GATEWAY)).toEqual({ path });
	});

	it.each([
		'https://example.com/workflow/v1/tasks',
		'https://us.api.opentext.com.example.com/workflow/v1/tasks',
		'https://us.api.opentext.com@example.com/workflow/v1/tasks',
		`${GATEWAY}/cms/instances`,
		`${GATEWAY}/tasks`,
		`${GATEWAY}/workflow/v1/../../cms`,
		'/workflow/v1/',
		'/workflow/v1/%2e%2e/tasks',
		'//example.com/tasks',
		'/../tasks',
	])('refuses %s', (entered) => {
		expect(pathBelowApi(entered, 'runtime', GATEWAY)).toEqual({
			fault: expect.objectContaining({ what: 'Path must be one below /workflow/v1, and nothing else' }),
		});
	});

	it('says which API a path belongs to that begins with the base of the other', () => {
		expect(pathBelowApi('/workflow-history/v1/historic-task-instances', 'runtime', GATEWAY)).toEqual({
			fault: {
				what: 'Path begins with /workflow-history/v1, but API is Actions and Models',
				next: 'Choose History under API, or enter the path without it.',
			},
		});
	});

	it('says where a query belongs', () => {
		expect(pathBelowApi('/tasks?assignee=a', 'runtime', GATEWAY)).toEqual({
			fault: expect.objectContaining({ next: 'Enter what follows the question mark under Query.' }),
		});
	});
});

describe('endOf', () => {
	it.each([
		[`/tasks/${ID}`, { kind: 'record', name: ID }],
		['/tasks/4711', { kind: 'record', name: '4711' }],
		[`/runtime/models/order:2:${ID}`, { kind: 'record', name: `order:2:${ID}` }],
		[`/tasks/${ID}/variables/a%20b`, { kind: 'variable', name: 'a b' }],
		[`/tasks/${ID}/variables`, { kind: 'list', name: 'variables' }],
		['/variables/seen', { kind: 'other' }],
		[`/process-instances/${ID}/diagram`, { kind: 'other' }],
		['/constructor', { kind: 'other' }],
	])('tells what %s ends in', (path, end) => {
		expect(endOf(path)).toEqual(end);
	});
});

describe('removesNamed', () => {
	it.each([
		[`/process-instances/${ID}`, undefined],
		[`/process-instances/${ID}/variables/seen`, undefined],
		[`/tasks/${ID}/comments/${ID}`, undefined],
		[`/tasks/${ID}/assignments`, { type: 'candidate', group: 'reviewers' }],
		[`/tasks/${ID}/assignments`, { type: 'candidate', user: 'a@example.com', group: '' }],
	])('lets %s with %j go out', (path, body) => {
		expect(removesNamed(path, body)).toBe(true);
	});

	it.each([
		['/tasks', undefined],
		['/process-instances/executions', undefined],
		['/runtime/models', { id: ID }],
		[`/tasks/${ID}/variables`, undefined],
		[`/tasks/${ID}/assignments`, undefined],
		[`/tasks/${ID}/assignments`, {}],
		[`/tasks/${ID}/assignments`, { type: 'candidate' }],
		[`/tasks/${ID}/assignments`, { type: 'candidate', user: 'a', group: 'b' }],
		[`/tasks/${ID}/assignments`, { type: ' ', user: 'a' }],
		[`/tasks/${ID}/assignments`, [{ type: 'candidate', user: 'a' }]],
		['/something', undefined],
	])('holds back %s with %j', (path, body) => {
		expect(removesNamed(path, body)).toBe(false);
	});
});

describe('hasSubscriptionFilter', () => {
	it('is true of the lists of cases and tasks alone', () => {
		expect(hasSubscriptionFilter({ base: 'runtime', path: '/tasks' })).toBe(true);
		expect(hasSubscriptionFilter({ base: 'history', path: '/tasks' })).toBe(false);
		expect(hasSubscriptionFilter({ base: 'runtime', path: '/runtime/models' })).toBe(false);
	});
});
