import { formatProblems } from '../../contract/problem';

describe('the list of problems', () => {
	it('has one line each, with the rule that was broken', () => {
		const problem = {
			subject: 'GET /x → 200',
			at: 'query page',
			message: 'must be integer',
			rule: 'a.yml#/x',
		};
		expect(formatProblems([problem])).toBe('GET /x → 200: query page: must be integer (a.yml#/x)');
	});

	it('counts equal ones once', () => {
		const problem = { subject: 'GET /x → 418', at: 'status', message: 'is not documented' };
		expect(formatProblems([problem, problem])).toBe('GET /x → 418: status: is not documented [2 times]');
	});

	it('is empty when there are none', () => {
		expect(formatProblems([])).toBe('');
	});
});
