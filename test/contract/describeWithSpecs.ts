import { ABSENCES, type DescribedService } from './officialSpecs';
import type { SpecSet } from './spec/specSet';
import { specsFor } from './specsFor';

/**
 * A suite that needs a vendor's descriptions, BigCommerce's unless another service is named. Where they are absent it is skipped, with one line that says why.
 * @param suite gets a function that gives the descriptions to a test
 */
export function describeWithSpecs(
	name: string,
	suite: (specs: () => SpecSet) => void,
	service: DescribedService = 'bigcommerce',
): void {
	const specs = specsFor(name, service);
	(specs === undefined ? describe.skip : describe)(name, () =>
		suite(() => {
			if (specs === undefined) throw new Error(ABSENCES[service]);
			return specs;
		}),
	);
}
