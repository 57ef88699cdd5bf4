import { holdsAll } from '../../run/setup/dependencies.cjs';
import { refuseNode, refuseNpm } from '../../run/setup/nodeVersion.cjs';

describe('Node.js and npm', () => {
	it.each(['20.19.0', 'v20.20.2', '22.0.0', '24.21.0'])('takes Node.js %s', (version) => {
		expect(refuseNode(version)).toBeUndefined();
	});

	it.each(['20.18.9', '18.20.4', 'v16.0.0'])('refuses Node.js %s in one line that names it', (version) => {
		expect(refuseNode(version)).toMatch(
			new RegExp(`^Node\\.js 20\\.19 or later is needed, this is ${version}:.*$`),
		);
	});

	it('takes npm 10 and refuses npm 9', () => {
		expect(refuseNpm('10.0.0\n')).toBeUndefined();
		expect(refuseNpm('9.9.9\n')).toContain('this is 9.9.9:');
	});
});

describe('whether the dependencies are installed', () => {
	const locked = {
		'': { version: '0.1.0' },
		'node_modules/a': { version: '1.0.0' },
		'node_modules/other-platform': { version: '1.0.0', optional: true },
	};

	it('holds when every locked package is there in its locked version', () => {
		expect(holdsAll(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
	});

	it('does not hold when a package has another version or is missing', () => {
		expect(holdsAll(locked, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
		expect(holdsAll(locked, {})).toBe(false);
	});
});
