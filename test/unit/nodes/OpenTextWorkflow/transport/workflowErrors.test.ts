import { explain } from '../../../../../nodes/OpenTextWorkflow/transport/workflowErrors';

const reply = (status: number, body: unknown = '') => ({ status, headers: {}, body });

describe('what a user reads when Workflow Service refuses', () => {
	it.each([
		[400, /did not accept the values sent for case 1/, /Correct the value/],
		[401, /does not accept the sign-in/, /credential/],
		[403, /may not do this with case 1/, /administrator/],
		[404, /knows no case 1/, /tenant/],
		[409, /faster with case 1/, /Read it again/],
		[429, /too many requests/, /later/],
	])('after %i says what happened and what to do', (status, what, next) => {
		const advice = explain(reply(status), 'case 1', true);
		expect(advice.what).toMatch(what);
		expect(advice.next).toMatch(next);
		expect(advice.next).toContain('Nothing was changed.');
		expect(`${advice.what} ${advice.next}`).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
	});

	it.each([
		'Cannot complete a suspended task',
		'A delegated task cannot be completed, but should be resolved',
	])('explains a 500 that is no fault of the server: %s (reference 3.7)', (exception) => {
		expect(explain(reply(500, { exception }), 'task 1', true)).toEqual({
			what: 'The state of task 1 does not allow this',
			next: expect.stringMatching(/resumed first, a delegated task resolved first/),
		});
	});

	it('names the process model when one of its steps did not work', () => {
		expect(explain(reply(500, { exception: 'Unknown property' }), 'task 1', true).next).toMatch(
			/process model/,
		);
	});

	it('says that the ending is not known only when it is not', () => {
		const broken = { status: 0, code: 'ECONNRESET', neverSent: false } as const;
		expect(explain(broken, 'task 1', true).next).toMatch(/not known/);
		expect(explain(broken, 'task 1', false).next).toMatch(/Nothing was changed/);
		expect(explain(reply(503), 'task 1', true).next).toMatch(/not known/);
	});

	it('points to the host when nobody can be reached there', () => {
		const unreachable = { status: 0, code: 'ENOTFOUND', neverSent: true } as const;
		expect(explain(unreachable, 'task 1', true)).toEqual({
			what: 'Workflow Service cannot be reached',
			next: expect.stringMatching(/host in the credential.*Nothing was changed/),
		});
	});
});
