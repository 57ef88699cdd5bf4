import { contractProblems, formatProblems, specsFor, validateDelivery } from '../../contract';
import type { SandboxClient } from '../harness';

/**
 * The last test of a suite: everything that went over the wire between the nodes and the sandbox, held against BigCommerce's own descriptions. Skipped where these are
 * absent, with a line that says so.
 *
 * @param suite as the line names it
 * @param sandbox the suite's, known once it runs
 * @param delivers whether the suite is one in which the store delivers events
 */
export function expectVendorContract(suite: string, sandbox: () => SandboxClient, delivers = true): void {
	const specs = specsFor(suite);
	(specs ? it : it.skip)(
		"kept to BigCommerce's own descriptions in every request, answer and delivery",
		async () => {
			if (!specs) throw new Error('The descriptions are gone');
			const exchanges = await sandbox().exchanges.list({ service: 'bigcommerce' });
			const deliveries = await sandbox().bigCommerce.deliveries();
			expect(exchanges.length).toBeGreaterThan(20);
			if (delivers) expect(deliveries.length).toBeGreaterThan(0);
			const problems = [
				...contractProblems(specs, exchanges),
				...deliveries.flatMap(({ body }) => validateDelivery(specs, JSON.parse(String(body)))),
			];
			expect(formatProblems(problems)).toBe('');
		},
	);
}
