import { parseLink, type LinkRecord } from '../linkRecord';
import { parseRound, type RoundRecord } from './roundRecord';

/**
 * A record of the first format as one of today's. What that format did not keep stays unknown: it held an order by the wiring of its workflow, so it holds as long as nothing
 * was decided and carried out; whether that was a Go, only its workflow knows.
 */
export const fromFirstFormat = (old: LinkRecord): RoundRecord => ({
	format: 2,
	key: old.key,
	state: old.state,
	holder: old.holder,
	claimedAt: old.claimedAt,
	leaseMs: old.leaseMs,
	question: { askedBy: askedBy(old.effect?.system), name: '', details: [] },
	watched: {},
	holds: !['applied', 'closed', 'released'].includes(old.state),
	...(old.effect?.id !== undefined && {
		effect: {
			system: old.effect.system ?? '',
			id: old.effect.id,
			at: old.effect.at ?? old.claimedAt,
			...(old.effect.url !== undefined && { url: old.effect.url }),
		},
	}),
	...(old.decision?.outcome !== undefined && {
		decided: {
			outcome: old.decision.outcome,
			...(old.decision.reason !== undefined && { reason: old.decision.reason }),
			...(old.decision.by !== undefined && { by: old.decision.by }),
			...(old.decision.at !== undefined && { at: old.decision.at }),
		},
	}),
	history: old.history,
	...(old.historyDropped !== undefined && { historyDropped: old.historyDropped }),
});

const askedBy = (system = ''): 'case' | 'signature' => (/sign/i.test(system) ? 'signature' : 'case');

/** A record of either format; undefined when the value is neither. */
export function readRound(value: string): RoundRecord | undefined {
	const old = parseLink(value);
	return parseRound(value) ?? (old && fromFirstFormat(old));
}
