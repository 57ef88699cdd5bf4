import isEqual from 'lodash/isEqual';
import { bigCommerce } from '../conformance/support/bigCommerce';
import { bigCommerceB2b } from '../conformance/support/bigCommerceB2b';
import { coreSignature } from '../conformance/support/coreSignature';
import type { Service } from '../conformance/support/service';
import { titleOf } from '../conformance/support/walked';
import { workflow } from '../conformance/support/workflow';
import type { FaultKind } from '../sandbox/core/faults';
import { callsIn, isRead, type Call } from './support/badAnswers';
import { casedOperations, runCase, runEntered, type Cased, type CaseRun } from './support/caseRun';
import { contentOf, effectsIn } from './support/effects';
import { withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const QUERIES = [bigCommerce, bigCommerceB2b, coreSignature, workflow].map(({ queries }: Service) => queries);

/** Where the connection breaks: the service has done nothing, or has done all of it. */
const CUTS: readonly FaultKind[] = ['resetBefore', 'resetAfter'];

/** Once, or for longer than any node tries. */
const TIMES = [1, 10_000];

const UNKNOWN = /It is not known whether/;
const UNDONE = /Nothing was (changed|sent)/;

/** Those that made a second one, as their cases say. */
const keyless = new Set<Cased>();

const world = useWorld('kept');

const isWrite = ({ method, url }: { method: string; url: string }) =>
	!isRead(method) && !QUERIES.some((queries) => queries?.test(`${method} ${url}`));

const said = ({ result: { error } }: CaseRun) =>
	error ? `${error.message} ${String(error.description)}` : '';

/** By jest's own comparison: what a case gives may hold its matchers. */
function gives({ entry }: Cased, { entered, result }: CaseRun): boolean {
	try {
		expect(result.outputs.flat()[0]?.json).toMatchObject(entry.gives(entered));
		return true;
	} catch {
		return false;
	}
}

/** What is wrong with how an item ended whose connection was cut and which was run again; undefined when all is as it must be. */
async function fault(
	walked: Cased,
	call: Call,
	cut: { kind: FaultKind; times: number },
	once: Record<string, number>,
): Promise<string | undefined> {
	await world.reset();
	let before = '';
	const first = await runCase(world, walked, () => {
		before = contentOf(world.sandbox);
		world.sandbox.context.faults.add({ ...call, ...cut });
	});
	world.sandbox.context.faults.clear();
	if (!first.exchanges.some((exchange) => exchange.fault === cut.kind)) return 'was never cut';
	const sentence = said(first);
	if (!sentence) {
		if (!isEqual(effectsIn(world.sandbox), once)) return 'ended well without its one effect';
		return gives(walked, first) ? undefined : 'ended well with something else than it gives';
	}
	const isAsBefore = contentOf(world.sandbox) === before;
	if (UNDONE.test(sentence) && !isAsBefore) return `was carried out, and said "${sentence}"`;
	if (!UNDONE.test(sentence) && !UNKNOWN.test(sentence)) return `left open what was done: "${sentence}"`;
	const second = await runEntered(world, walked, first.entered, first.files);
	if (!said(second) && !second.result.outputs.flat().length) return 'gave nothing in the second run';
	if (isEqual(effectsIn(world.sandbox), once)) return undefined;
	if (UNKNOWN.test(sentence) && !isAsBefore && walked.entry.keyless) {
		keyless.add(walked);
		return undefined;
	}
	return `has not one effect after the second run (nothing to find it by? then its case is keyless): "${sentence}", then "${said(second)}"`;
}

const changing = casedOperations().filter(({ declared }) => declared.effect !== 'read');

describe.each(changing.map((walked) => [titleOf(walked), walked] as const))('%s', (_name, walked) => {
	it('has one effect, or says that it is not known, when its connection is cut and it is run again', async () => {
		await world.reset();
		const clean = await runCase(world, walked);
		expect(clean.result.error).toBeUndefined();
		const once = effectsIn(world.sandbox);
		const calls = callsIn(clean.exchanges.filter(isWrite));
		expect(calls.length).toBeGreaterThan(0);
		const faults: string[] = [];
		for (const call of calls) {
			for (const kind of CUTS) {
				for (const times of TIMES) {
					const found = await fault(walked, call, { kind, times }, once);
					if (found) faults.push(`${call.method} ${call.path}, ${kind} × ${times}: ${found}`);
				}
			}
		}
		expect(faults).toEqual([]);
		expect({ keyless: keyless.has(walked) }).toEqual({ keyless: walked.entry.keyless === true });
	});
});
