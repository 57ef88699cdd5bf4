import type { IPollFunctions } from 'n8n-workflow';
import type { StoreClient } from '../transport/StoreClient';
import type { TriggerSettings } from './settings';

/** One poll of a published trigger. */
export interface Sweeping {
	functions: IPollFunctions;
	client: StoreClient;
	settings: TriggerSettings;
	/** How long it may take, in ms: what comes after n8n gave up reaches nobody. */
	budget: number;
}

/** Where nothing of what was there is told. */
export const NEVER = Number.POSITIVE_INFINITY;
