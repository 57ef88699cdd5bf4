import { changeOf, insideOf, readOf } from '../../../../../nodes/OpenTextWorkflow/transport/anyAnswer';

const reply = (body: unknown) => ({ status: 200, headers: {}, body });

const ID = 'f8985abd-3391-11ea-b509-eeee0affefe7';

const NOTHING_THERE = { _links: { self: { href: 'x' } }, page: { totalElements: 0 } };

describe('what any path gives', () => {
	it.each([
		[`/tasks/${ID}`, { id: ID }],
		[`/tasks/${ID}/variables/seen`, { name: 'seen', value: true }],
		['/tasks', { _embedded: { tasks: [{ id: ID }] } }],
		['/tasks', NOTHING_THERE],
		['/tasks', []],
		['/something', { count: 7 }],
		['/something', [{ id: 1 }]],
	])('%s is read with %j', (path, body) => {
		expect(readOf(path)(reply(body))).toBeUndefined();
	});

	it.each([
		[`/tasks/${ID}`, { id: 'another' }],
		[`/tasks/${ID}`, { status: 'ok' }],
		[`/tasks/${ID}/variables/seen`, { name: 'other' }],
		['/tasks', { status: 'ok' }],
		['/tasks', { page: { totalElements: 3 } }],
		['/tasks', 'maintenance'],
		['/something', ''],
		['/something', ['maintenance']],
		['/something', { exception: 'broken' }],
	])('%s is not read with %j', (path, body) => {
		expect(readOf(path)(reply(body))).toEqual(expect.any(String));
	});

	it.each([
		['POST', '/process-instances', { id: ID }],
		['POST', `/tasks/${ID}/variables`, [{ name: 'a' }]],
		['POST', `/tasks/${ID}/variables`, { name: 'a' }],
		['POST', `/tasks/${ID}`, ''],
		['POST', `/tasks/${ID}/assignments`, { type: 'candidate' }],
		['PUT', `/tasks/${ID}`, { id: ID }],
		['PUT', `/process-instances/executions/${ID}`, ''],
		['PUT', `/tasks/${ID}/variables/seen`, { name: 'seen' }],
		['DELETE', `/tasks/${ID}`, ''],
		['POST', '/process-instances/adhoc-subprocesses/7/activities', [{ id: ID }]],
	])('%s %s is carried out with %j', (method, path, body) => {
		expect(changeOf(method, path)(reply(body))).toBeUndefined();
	});

	it.each([
		['POST', '/process-instances', ''],
		['POST', '/process-instances', { status: 'ok' }],
		['POST', `/tasks/${ID}/variables`, ''],
		['PUT', `/tasks/${ID}`, { id: 'another' }],
		['PUT', `/tasks/${ID}/variables/seen`, { name: 'other' }],
		['DELETE', `/tasks/${ID}`, 'maintenance'],
		['POST', `/tasks/${ID}`, ['maintenance']],
		['POST', `/tasks/${ID}`, { exception: 'broken' }],
		['DELETE', `/tasks/${ID}`, { fault: { faultstring: 'broken' } }],
	])('nobody knows whether %s %s is carried out with %j', (method, path, body) => {
		expect(changeOf(method, path)(reply(body))).toEqual(expect.any(String));
	});
});

describe('insideOf', () => {
	it.each([
		['/tasks', { _embedded: { tasks: [{ id: 1 }, null] }, page: {} }, [{ id: 1 }]],
		['/tasks', NOTHING_THERE, []],
		['/tasks', { id: 1, name: 'made' }, { id: 1, name: 'made' }],
		[`/tasks/${ID}/variables`, { name: 'a', value: 1 }, { name: 'a', value: 1 }],
		[
			`/tasks/${ID}`,
			{ id: ID, _embedded: { comments: [{ id: 1 }] } },
			{ id: ID, _embedded: { comments: [{ id: 1 }] } },
		],
		['/something', { count: 7 }, { count: 7 }],
		['/something', { _embedded: { rows: [{ a: 1 }] } }, [{ a: 1 }]],
		['/tasks', '', []],
	])('takes the envelope off %s', (path, body, inside) => {
		expect(insideOf(path, body)).toEqual(inside);
	});
});
