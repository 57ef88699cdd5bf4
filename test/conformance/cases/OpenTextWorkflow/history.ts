import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';
import { begun, keyOf, UNKNOWN } from './support';

const withCase = async (world: World, nth: number): Promise<INodeParameters> => ({
	caseId: String((await begun(world, nth)).caseId),
});

const NO_SUCH = { wrong: { caseId: UNKNOWN }, refusal: /^Workflow Service knows no case f8985abd-/ };

const ofKey = async (world: World, nth: number): Promise<INodeParameters> => {
	await begun(world, nth);
	return { ...ALL, filters: { businessKey: keyOf(nth) } };
};

export const cases: Cases = {
	getActivities: {
		prepare: async (world, nth) => ({ ...(await withCase(world, nth)), ...ALL }),
		...NO_SUCH,
		gives: ({ caseId }) => ({ caseId: String(caseId), type: 'startEvent' }),
	},
	getAuditTrail: {
		prepare: withCase,
		...NO_SUCH,
		gives: ({ caseId }) => ({ caseId: String(caseId) }),
		others: {
			'a CSV file': async (world) => ({ ...(await withCase(world, 1)), as: 'csv' }),
			'a JSON file': async (world) => ({ ...(await withCase(world, 1)), as: 'json' }),
		},
	},
	getCases: {
		prepare: ofKey,
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ modelKey: 'order_risk_review', ended: false }),
	},
	getTasks: {
		prepare: ofKey,
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ taskDefinitionKey: 'reviewOrder' }),
	},
};
