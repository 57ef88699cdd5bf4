import { SPECS_ABSENT } from './spec/specSet';
import type { SpecSet } from './spec/specSet';
import { specsFor } from './specsFor';

/**
 * A suite that needs BigCommerce's descriptions. Where they are absent it is skipped, with one line that says why.
 * @param suite gets a function that gives the descriptions to a test
 */
export function describeWithSpecs(name: string, suite: (specs: () => SpecSet) => void): void {
	const specs = specsFor(name);
	(specs === undefined ? describe.skip : describe)(name, () =>
		suite(() => {
			if (specs === undefined) throw new Error(SPECS_ABSENT);
			return specs;
		}),
	);
}
