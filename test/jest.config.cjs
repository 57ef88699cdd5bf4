// One project per layer of `npm test`; run one with `npm run test:<layer>`.
const path = require('node:path');

const MINUTE = 60_000;
const root = path.resolve(__dirname, '..');

/** @param {string} name of the folder under test/ @param {object} more */
const layer = (name, more = {}) => ({
	displayName: name,
	rootDir: root,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	// types are a layer of their own
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }],
	},
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
		layer('unit'),
		layer('contract', { testTimeout: MINUTE }),
		layer('engine', { testTimeout: MINUTE }),
		layer('templates', { testTimeout: MINUTE }),
		layer('e2e', {
			testTimeout: 5 * MINUTE,
			testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/browser/'],
		}),
		layer('browser', { testTimeout: 5 * MINUTE, testMatch: ['<rootDir>/test/e2e/browser/**/*.test.ts'] }),
	],
};
