import type { CaseItem } from '../records/caseItem';

/**
 * The outputs of Start and Wait, in this order. When the time is up, n8n passes the input on through the first one without asking the node, so the first must be the one after
 * which nothing was decided (guide, section 9).
 */
export const OUTPUTS = ['Timed Out', 'Decided'] as const;

/** By which output a case leaves, counted from 0. In one that was ended from outside nobody decided anything. */
export const outputOf = ({ ended, cancelled }: Pick<CaseItem, 'ended' | 'cancelled'>): number =>
	OUTPUTS.indexOf(ended && !cancelled ? 'Decided' : 'Timed Out');
