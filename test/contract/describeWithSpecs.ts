/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { officialSpecs } from './expectContract';
import { SPECS_ABSENT } from './spec/specSet';
import type { SpecSet } from './spec/specSet';

/**
 * A suite that needs BigCommerce's descriptions. Where they are absent it is skipped, with one line that says why.
 * @param suite gets a function that gives the descriptions to a test
 */
export function describeWithSpecs(name: string, suite: (specs: () => SpecSet) => void): void {
	const specs = officialSpecs();
	if (specs === undefined) process.stderr.write(`${name}: ${SPECS_ABSENT}\n`);
	(specs === undefined ? describe.skip : describe)(name, () =>
		suite(() => {
			if (specs === undefined) throw new Error(SPECS_ABSENT);
			return specs;
		}),
	);
}
