import type { INodeParameters } from 'n8n-workflow';
import type { Decisions } from './decisions';
import type { World } from './world';

/** How people are asked, as the matrix of killed runs needs to know it. */
export interface Way {
	/** For Ask, the trigger and the audit trail. */
	askBy: string;
	/** What Ask is told beside what it is always told. */
	more: INodeParameters;
	/** The link keys of what was asked: of each case or document one. */
	asked(): Promise<string[]>;
	/** People answer whatever waits for them. */
	answer(outcome: string): Promise<void>;
	/** Who answers. */
	who: string;
}

const BUYER = 'buyer@example.com';

/** Nobody waits for a document any more. */
const OVER: ReadonlySet<string> = new Set(['si', 'sd', 'ca', 'de', 'ec', 'es', 'xp']);

export const waysOf = (world: World, decisions: Decisions) => {
	const { workflow, signature } = decisions.sandbox;
	const byCase: Way = {
		askBy: 'case',
		more: {},
		asked: async () => (await workflow.cases()).map(({ businessKey }) => String(businessKey)),
		async answer(outcome) {
			const open = (await workflow.cases()).filter(({ state }) => state !== 'ended');
			for (const { businessKey } of open) await decisions.decide(String(businessKey), outcome);
		},
		who: 'rita.reviewer@example.com',
	};
	const bySignature: Way = {
		askBy: 'signature',
		more: {
			askBy: 'signature',
			document: '<p>{{ reviewReason }}</p>[[s|buyer|r:1]]',
			signers: { signer: [{ role: 'buyer', email: BUYER, order: 1, required: true }] },
		},
		asked: async () => (await signature.documents()).map(({ externalId }) => String(externalId)),
		async answer() {
			const open = (await signature.documents()).filter(({ status }) => !OVER.has(status));
			for (const { uuid } of open) {
				await world.signatures().mailed(uuid);
				await signature.act(uuid, { email: BUYER, action: 'sign' });
				await world.signatures().finished(uuid);
			}
		},
		who: BUYER,
	};
	return { case: byCase, signature: bySignature };
};
