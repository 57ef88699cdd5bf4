import type { INodeExecutionData } from 'n8n-workflow';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';

/** The outputs of the trigger, in their order. */
export const OUTPUTS = ['decided', 'progress', 'askAgain'] as const;

/** An item, by which output it leaves, and when the round is looked at again, in ms from now. */
export interface Told extends Pick<INodeExecutionData, 'json'> {
	output: (typeof OUTPUTS)[number];
}

export interface Looked {
	told?: Told[];
	/** How the round stands now; left out when somebody else wrote it meanwhile, so that it is looked at once more. */
	round?: StoredRound;
	/** Nothing has to be looked at any more. */
	isGone?: true;
	/** When it is looked at again at the latest, in ms from now; left out where its record says it. */
	againMs?: number;
}

/** Items by output, as n8n takes them; null when there are none. */
export const toOutputs = (told: readonly Told[]): INodeExecutionData[][] | null =>
	told.length
		? OUTPUTS.map((name) => told.filter(({ output }) => output === name).map(({ json }) => ({ json })))
		: null;
