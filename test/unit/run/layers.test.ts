import { countsOf, type JestFile } from '../../run/layers/counts';
import { failuresOf } from '../../run/layers/failures';
import { exitCodeOf, formatReport } from '../../run/layers/report';
import { LAYER_NAMES, QUICK_LAYERS } from '../../run/setup/layerNeeds.cjs';
import { parseSelection } from '../../run/setup/selection.cjs';

const report = {
	numPassedTests: 5,
	numFailedTests: 0,
	numPendingTests: 1,
	numTodoTests: 1,
	numRuntimeErrorTestSuites: 0,
	success: true,
	testResults: [],
};
const result = { name: 'unit', seconds: 1.25, passed: 5, failed: 0, skipped: 2 };

describe('counting a layer', () => {
	it('counts tests, and todo as skipped', () => {
		expect(countsOf(report, true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
	});

	it('counts a test file that could not be loaded as a failure', () => {
		const broken = { ...report, numRuntimeErrorTestSuites: 2, success: false };
		expect(countsOf(broken, false).failed).toBe(2);
	});

	it.each([
		['jest left no report', undefined, false],
		['jest was not content although no test failed', report, false],
		['no test ran', { ...report, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 }, true],
	])('is a failure when %s', (_, given, ended) => {
		expect(countsOf(given, ended).failed).toBe(1);
	});
});

describe('what failed', () => {
	const passed = { fullName: 'a rule', status: 'passed', failureMessages: [] };
	const failed = (fullName: string) => ({
		fullName,
		status: 'failed',
		failureMessages: ['Error: expected 1\n\n  received 2\n    at Object.<anonymous> (x.ts:1:1)'],
	});
	const file = (assertionResults: JestFile['assertionResults'], message = 'all of it') => ({
		name: 'test/unit/a.test.ts',
		message,
		assertionResults,
	});
	const told = (...testResults: JestFile[]) => failuresOf({ ...report, testResults });

	it('is told by file, name and message, without where in the code', () => {
		expect(told(file([passed, failed('paid once')]))).toEqual([
			'a.test.ts › paid once: Error: expected 1 received 2',
		]);
	});

	it('is told of a file that could not be loaded', () => {
		expect(told(file([], 'Cannot find module'))).toEqual(['a.test.ts: Cannot find module']);
	});

	it('is nothing when nothing failed, or jest left no report', () => {
		expect(told(file([passed], ''))).toEqual([]);
		expect(failuresOf(undefined)).toEqual([]);
	});

	it('ends with the number of those that are not named', () => {
		const many = Array.from({ length: 30 }, (_, index) => failed(`rule ${index}`));
		expect(told(file(many))).toHaveLength(26);
		expect(told(file(many)).at(-1)).toBe('and 5 more');
	});
});

describe('the report', () => {
	it('ends with the numbers over all layers', () => {
		const text = formatReport([result, { ...result, name: 'e2e', failed: 3, note: 'why' }]);
		expect(text.trimEnd().split('\n').at(-1)).toBe('10 passed, 3 failed, 4 skipped');
		expect(text).toMatch(/^e2e +5 +3 +2 +1\.3 +why$/m);
	});

	it('says what failed before the table, since the end of a long log is often all that is seen', () => {
		const text = formatReport([{ ...result, failed: 1, failures: ['orders.test.ts › is paid once: twice'] }]);
		expect(text.split('\n').slice(0, 3)).toEqual([
			'',
			'failed in unit: orders.test.ts › is paid once: twice',
			'',
		]);
	});

	it('says a remark on the whole run before the numbers', () => {
		expect(formatReport([result], 'not the whole').trimEnd().split('\n').slice(-3)).toEqual([
			'not the whole',
			'',
			'5 passed, 0 failed, 2 skipped',
		]);
	});

	it('is a failure when a test failed or none passed', () => {
		expect(exitCodeOf([result])).toBe(0);
		expect(exitCodeOf([result, { ...result, failed: 1 }])).toBe(1);
		expect(exitCodeOf([{ ...result, passed: 0 }])).toBe(1);
		expect(exitCodeOf([])).toBe(1);
	});
});

describe('the command line', () => {
	const known = ['lint', 'unit', 'e2e'];

	it('runs every layer in its order when none is named', () => {
		expect(parseSelection([], known).layers).toEqual(known);
	});

	it('keeps the order of the layers and hands options to jest', () => {
		expect(parseSelection(['e2e', 'unit', '-t', 'a claim'], known)).toEqual({
			layers: ['unit', 'e2e'],
			isQuick: false,
			forJest: ['-t', 'a claim'],
		});
	});

	it('takes the quick layers for a quick run that names none, and hands --quick to nobody', () => {
		const quick = { isQuick: true, forJest: [] };
		expect(parseSelection(['--quick'], known, ['unit'])).toEqual({ ...quick, layers: ['unit'] });
		expect(parseSelection(['e2e', '--quick'], known, ['unit'])).toEqual({ ...quick, layers: ['e2e'] });
	});

	it('has quick layers that exist', () => {
		expect(LAYER_NAMES).toEqual(expect.arrayContaining([...QUICK_LAYERS]));
	});

	it('names the layers when one is unknown', () => {
		expect(() => parseSelection(['units'], known)).toThrow('there are: lint, unit, e2e');
	});
});
