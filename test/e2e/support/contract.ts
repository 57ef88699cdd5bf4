import {
	contractProblems,
	formatProblems,
	specsFor,
	validateDelivery,
	type DescribedService,
	type SpecSet,
} from '../../contract';
import type { SandboxClient } from '../harness';

/** Fewer would mean that the suite was not looked at. */
const LEAST_EXCHANGES = 20;

interface Check {
	title: string;
	/** Everything that went over the wire, where it does not fit. */
	problems(specs: SpecSet, sandbox: SandboxClient, delivers: boolean): Promise<string>;
}

async function exchangeProblems(
	specs: SpecSet,
	sandbox: SandboxClient,
	service: DescribedService,
): Promise<ReturnType<typeof contractProblems>> {
	const exchanges = await sandbox.exchanges.list({ service });
	expect(exchanges.length).toBeGreaterThan(LEAST_EXCHANGES);
	return contractProblems(specs, exchanges);
}

const CHECKS: Record<DescribedService, Check> = {
	bigcommerce: {
		title: "kept to BigCommerce's own descriptions in every request, answer and delivery",
		async problems(specs, sandbox, delivers) {
			const deliveries = await sandbox.bigCommerce.deliveries();
			if (delivers) expect(deliveries.length).toBeGreaterThan(0);
			return formatProblems([
				...(await exchangeProblems(specs, sandbox, 'bigcommerce')),
				...deliveries.flatMap(({ body }) => validateDelivery(specs, JSON.parse(String(body)))),
			]);
		},
	},
	signature: {
		title: "kept to the description of SignRequest, Core Signature's look-alike, in every request and answer",
		async problems(specs, sandbox) {
			return formatProblems(await exchangeProblems(specs, sandbox, 'signature'));
		},
	},
};

/**
 * The last tests of a suite: everything that went over the wire between the nodes and the sandbox, held against the vendors' own descriptions. Skipped where these are
 * absent, with a line that says so.
 *
 * @param suite as the line names it
 * @param sandbox the suite's, known once it runs
 * @param services those that the suite uses
 * @param delivers whether the suite is one in which the store delivers events
 */
export function expectVendorContract(
	suite: string,
	sandbox: () => SandboxClient,
	services: readonly DescribedService[] = ['bigcommerce'],
	delivers = true,
): void {
	for (const service of services) {
		const specs = specsFor(suite, service);
		const { title, problems } = CHECKS[service];
		(specs ? it : it.skip)(title, async () => {
			if (!specs) throw new Error('The descriptions are gone');
			expect(await problems(specs, sandbox(), delivers)).toBe('');
		});
	}
}
