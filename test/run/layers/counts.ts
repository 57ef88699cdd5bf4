export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

/** The part of jest's `--json` report that is counted. */
export interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	/** test files that could not even be loaded */
	numRuntimeErrorTestSuites: number;
	success: boolean;
	testResults: JestFile[];
}

/** One test file of the report. */
export interface JestFile {
	/** its path */
	name: string;
	/** what is wrong with the file as a whole, such as that it could not be loaded; else what jest printed of its failures */
	message: string;
	assertionResults: Array<{ fullName: string; status: string; failureMessages: string[] | null }>;
}

/**
 * @param report undefined when jest left none
 * @param ended whether the command ended with 0
 * @returns at least one failure when jest was not content, whatever its numbers say, or when no test ran at all
 */
export const countsOf = (report: JestReport | undefined, ended: boolean): Counts => {
	if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
	const passed = report.numPassedTests;
	const skipped = report.numPendingTests + report.numTodoTests;
	const counted = report.numFailedTests + report.numRuntimeErrorTestSuites;
	const isContent = ended && report.success && passed + skipped > 0;
	return { passed, skipped, failed: counted === 0 && !isContent ? 1 : counted };
};

export const sumOf = (counts: readonly Counts[]): Counts =>
	counts.reduce(
		(sum, { passed, failed, skipped }) => ({
			passed: sum.passed + passed,
			failed: sum.failed + failed,
			skipped: sum.skipped + skipped,
		}),
		{ passed: 0, failed: 0, skipped: 0 },
	);
