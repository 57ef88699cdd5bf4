import { contractProblems, formatProblems, officialSpecs, validateDelivery } from '../../contract';
import type { Review } from './review';

/** Skipped with a line that says why where the vendor's descriptions are absent. */
const itWithSpecs = officialSpecs() ? it : it.skip;

/** The last test of a suite: everything that went over the wire between the nodes and the sandbox, held against BigCommerce's own descriptions. */
export function expectVendorContract(review: () => Review): void {
	itWithSpecs("kept to BigCommerce's own descriptions in every request, answer and delivery", async () => {
		const specs = officialSpecs();
		if (!specs) throw new Error('The descriptions are gone');
		const exchanges = await review().sandbox.exchanges.list({ service: 'bigcommerce' });
		const deliveries = await review().sandbox.bigCommerce.deliveries();
		const bodies = deliveries.map(({ body }): unknown => JSON.parse(String(body)));
		expect(exchanges.length).toBeGreaterThan(20);
		expect(bodies.length).toBeGreaterThan(0);
		const problems = [
			...contractProblems(specs, exchanges),
			...bodies.flatMap((body) => validateDelivery(specs, body)),
		];
		expect(formatProblems(problems)).toBe('');
	});
}
