import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { isRecord } from '../../../nodes/shared/isRecord';
import type { Scope } from '../../../nodes/shared/operation';
import type { Exchange } from '../../sandbox/core/exchanges';
import type { Runner } from './run';
import type { Walked } from './walked';

/** What a parameter says, each of several choices; a key has several parts. */
const wordsOf = (value: unknown): string[] =>
	[isRecord(value) ? value.value : value].flat().flatMap((one) => String(one).split(':'));

/** Those that count under these parameters. */
const inForce = ({ declared, entry }: Walked, entered: INodeParameters): Scope[] =>
	[...(declared.scopes ?? []), ...(entry?.scopes ?? [])].filter(({ when = {} }) =>
		Object.entries(when).every(([name, values]) =>
			wordsOf(entered[name]).some((word) => values.includes(word)),
		),
	);

const named = ({ name, access }: Scope) => `${name}: ${access}`;

/**
 * Holds that an operation works with the scopes that it declares, with none of them less, and that its error names the missing one.
 *
 * @param credentials that have exactly these scopes
 */
export async function expectScopes(
	runner: Runner,
	walked: Walked,
	credentials: (scopes: readonly Scope[]) => Record<string, ICredentialDataDecryptedObject>,
): Promise<void> {
	const full = await runner.one();
	const scopes = inForce(walked, full.entered[0]);
	// A calculation that is asked for by POST needs the right to change, although it changes nothing.
	const isForChange = walked.declared.effect !== 'read';
	const fitting = scopes.filter(({ access }) => access === 'modify' || !isForChange);
	expect({ needsNoScope: !fitting.length }).toEqual({ needsNoScope: walked.entry?.needsNoScope === true });
	const exact = await runner.one({}, { credentials: credentials(scopes) });
	expect(exact.error?.message).toBeUndefined();
	for (const scope of scopes) {
		const others = scopes.filter((other) => other !== scope);
		const less =
			scope.access === 'modify' && !scope.isWhole
				? [others, [...others, { ...scope, access: 'read-only' as const }]]
				: [others];
		for (const given of less) {
			const { error, sent } = await runner.one({}, { credentials: credentials(given) });
			expect(`${error?.message} ${error?.description}`).toContain(`"${named(scope)}"`);
			const isFirst = ({ method, url }: Exchange) =>
				walked.entry?.firstSteps?.test(`${method} ${url}`) ?? false;
			const done = runner.writes(sent).filter((write) => write.status < 300 && !isFirst(write));
			expect(done).toEqual([]);
		}
	}
}
