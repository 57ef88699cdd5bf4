import { bigCommerce } from '../conformance/support/bigCommerce';
import { bigCommerceB2b } from '../conformance/support/bigCommerceB2b';
import { coreSignature } from '../conformance/support/coreSignature';
import type { OperationCase } from '../conformance/support/operationCase';
import type { Service } from '../conformance/support/service';
import { titleOf } from '../conformance/support/walked';
import { workflow } from '../conformance/support/workflow';
import type { Exchange } from '../sandbox/core/exchanges';
import { BAD_ANSWERS, callsIn, isRead, strike } from './support/badAnswers';
import { casedOperations, runCase } from './support/caseRun';
import type { NodeRunResult } from './support/engine';
import { withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

/** More than any node would try. */
const ALWAYS = 10_000;

const world = useWorld();

const QUERIES = [bigCommerce, bigCommerceB2b, coreSignature, workflow].map(({ queries }: Service) => queries);

const isWrite = ({ method, url }: Exchange) =>
	!isRead(method) && !QUERIES.some((queries) => queries?.test(`${method} ${url}`));

/** What went wrong with a run of which one call was answered badly; undefined when it ended as it must. */
function fault(
	{ outputs, error }: NodeRunResult,
	exchanges: readonly Exchange[],
	{ givesBack, notes, courtesy }: Pick<OperationCase, 'givesBack' | 'notes' | 'courtesy'>,
): string | undefined {
	const first = exchanges.findIndex((exchange) => exchange.fault !== undefined);
	if (first < 0) return 'the bad answer was never given';
	const { method, url } = exchanges[first];
	if (courtesy?.test(`${method} ${url}`)) return error ? `failed with "${error.message}"` : undefined;
	const after = exchanges.slice(first + 1).filter(({ url }) => !url.includes('/oauth2/token'));
	const [isGivenBack, isNoted] = [givesBack, notes].map(
		(meant) =>
			({ method, url }: Exchange) =>
				meant?.test(`${method} ${url}`) === true,
	);
	const writes = after.filter(
		(exchange) => isWrite(exchange) && !isGivenBack(exchange) && !isNoted(exchange),
	);
	if (writes.length) return `wrote ${writes.map(({ method, url }) => `${method} ${url}`).join(', ')}`;
	// What only notes what was done is found again without the note.
	if (!error && isNoted(exchanges[first])) return undefined;
	if (!error) return `ended as success with ${JSON.stringify(outputs).slice(0, 300)}`;
	if (outputs.flat().length) return 'gave items beside the error';
	const said = `${error.message} ${String(error.description)}`;
	if (!isWrite(exchanges[first])) return undefined;
	return /Nothing was (changed|sent)/.test(said) ? `said "${said}"` : undefined;
}

describe.each(casedOperations().map((entry) => [titleOf(entry), entry] as const))('%s', (_name, entry) => {
	it('never takes an answer for a good one because of its status (K3)', async () => {
		const dry = await runCase(world, entry);
		expect(dry.result.error).toBeUndefined();
		const calls = callsIn(dry.exchanges);
		expect(calls.length).toBeGreaterThan(0);
		const faults: string[] = [];
		for (const call of calls) {
			for (const kind of Object.keys(BAD_ANSWERS)) {
				await world.reset();
				const { result, exchanges } = await runCase(world, entry, () => strike(world, call, kind, ALWAYS));
				const found = fault(result, exchanges, entry.entry);
				if (found) faults.push(`${call.method} ${call.path}, ${kind}: ${found}`);
			}
		}
		expect(faults).toEqual([]);
	});

	it('reads again what one answer did not give, and ends as if nothing had happened', async () => {
		await world.reset();
		const calls = callsIn((await runCase(world, entry)).exchanges).filter(({ method }) => isRead(method));
		for (const call of calls) {
			await world.reset();
			const { result } = await runCase(world, entry, () => strike(world, call, 'a web page', 1));
			expect({ call, error: result.error?.message }).toEqual({ call, error: undefined });
		}
	});
});
