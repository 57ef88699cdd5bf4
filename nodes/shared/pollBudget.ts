import type { IPollFunctions } from 'n8n-workflow';

/** n8n gives up on a poll that takes longer; how long that is, in ms, is told by newer versions only (guide, section 8.2). */
export const pollBudgetMs = ({ getPollBudgetMs }: Partial<IPollFunctions>): number =>
	getPollBudgetMs?.() ?? 240_000;
