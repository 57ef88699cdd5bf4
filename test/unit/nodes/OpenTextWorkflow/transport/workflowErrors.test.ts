import { explain } from '../../../../../nodes/OpenTextWorkflow/transport/workflowErrors';

const reply = (status: number, body: unknown = '') => ({ status, headers: {}, body });

describe('what a user reads when Workflow Service refuses', () => {
	it.each([
		[400, /did not accept the values sent for case 1/, /Correct the value/],
		[401, /does not accept the sign-in/, /credential/],
		[403, /may not do this with case 1/, /administrator/],
		[404, /knows no case 1/, /tenant/],
		[409, /faster with case 1/, /Read it again/],
		[414, /for case 1 is longer/, /Shorten/],
		[429, /too many requests/, /later/],
		[431, /for case 1 is longer/, /Shorten/],
	])('after %i says what happened and what to do', (status, what, next) => {
		const advice = explain(reply(status), 'case 1', 'POST');
		expect(advice.what).toMatch(what);
		expect(advice.next).toMatch(next);
		expect(advice.next).not.toMatch(/nothing was/i);
		expect(`${advice.what} ${advice.next}`).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
	});

	it.each([
		'Cannot complete a suspended task',
		'A delegated task cannot be completed, but should be resolved',
	])('explains a 500 that is no fault of the server: %s (reference 3.7)', (exception) => {
		expect(explain(reply(500, { exception }), 'task 1', 'POST')).toEqual({
			what: 'The state of task 1 does not allow this',
			next: expect.stringMatching(/activated first, a delegated task resolved first/),
		});
	});

	it('names the process model when one of its steps did not work', () => {
		expect(explain(reply(500, { exception: 'Unknown property' }), 'task 1', 'POST').next).toMatch(
			/process model/,
		);
	});

	it('asks to look before a change is sent again, and only to wait before a reading is', () => {
		const broken = { status: 0, code: 'ECONNRESET', neverSent: false } as const;
		expect(explain(broken, 'task 1', 'POST').next).toMatch(/Look at the case before/);
		expect(explain(broken, 'task 1', 'GET').next).toBe('Run again in a while.');
		expect(explain(reply(503), 'task 1', 'DELETE').next).toMatch(/Look at the case before/);
	});

	it.each([
		['GET', 'may not read task 1'],
		['HEAD', 'may not read task 1'],
		['POST', 'may not do this with task 1'],
		['PUT', 'may not do this with task 1'],
		['DELETE', 'may not do this with task 1'],
	] as const)('tells after 403 on %s which right is missing', (method, said) => {
		expect(explain(reply(403), 'task 1', method).what).toContain(said);
	});

	it.each(['a web page', 'nothing', 'text that cannot be read', 'data of another shape'])(
		'names what came in place of a good answer: %s',
		(instead) => {
			const broken = { status: 0, code: 'HTTP 200', neverSent: false, instead } as const;
			expect(explain(broken, 'task 1', 'POST').what).toBe(
				`Workflow Service answered with ${instead} for task 1`,
			);
		},
	);

	it('points to the host when nobody can be reached there', () => {
		const unreachable = { status: 0, code: 'ENOTFOUND', neverSent: true } as const;
		expect(explain(unreachable, 'task 1', 'POST')).toEqual({
			what: 'Workflow Service cannot be reached',
			next: expect.stringMatching(/host in the credential/),
		});
	});
});
