// One project per layer of `npm test`; run one with `npm run test:<layer>`.
const path = require('node:path');

/** Time-outs end what hangs; they are no measure of speed, so that a busy machine fails nothing. */
const MINUTE = 60_000;
const root = path.resolve(__dirname, '..');

const SET_TIMEOUT = '<rootDir>/test/run/jest/timeout.cjs';

/** @param {string} name of the folder under test/ @param {number} timeoutMs of one test @param {object} more */
const layer = (name, timeoutMs, more = {}) => ({
	displayName: name,
	rootDir: root,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	globals: { TEST_TIMEOUT_MS: timeoutMs },
	setupFilesAfterEnv: [SET_TIMEOUT],
	// types are a layer of their own
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }],
		// what Fastify's `inject` and n8n's Send Email need comes as ES modules, which Jest cannot require
		'/node_modules/(cookie|sanitize-html/node_modules/[^/]+)/.+\\.js$': [
			'ts-jest',
			{ tsconfig: { allowJs: true, module: 'commonjs' }, diagnostics: false },
		],
	},
	transformIgnorePatterns: ['(?<!sanitize-html)/node_modules/(?!cookie/|sanitize-html/node_modules/)'],
	modulePathIgnorePatterns: [
		'<rootDir>/\\.cache/',
		'<rootDir>/test-output/',
		'<rootDir>/dist/package\\.json',
	],
	...more,
});

module.exports = {
	rootDir: root,
	projects: [
		layer('unit', MINUTE),
		layer('sandbox', MINUTE),
		layer('contract', 5 * MINUTE),
		layer('engine', 5 * MINUTE, {
			setupFilesAfterEnv: [SET_TIMEOUT, '<rootDir>/test/run/jest/closeTriggers.ts'],
		}),
		layer('conformance', 5 * MINUTE),
		layer('templates', 5 * MINUTE),
		layer('e2e', 30 * MINUTE, {
			testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/browser/'],
		}),
		layer('browser', 30 * MINUTE, { testMatch: ['<rootDir>/test/e2e/browser/**/*.test.ts'] }),
	],
};
