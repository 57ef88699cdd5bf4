import type { INodeParameters } from 'n8n-workflow';
import { PDF, sending, SIGNER } from '../../../engine/support/signatures';
import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';
import { asked, keyOf, NO_SUCH_REQUEST, ofDocument, sent } from './support';

/** Gets a link instead of a mail. */
const EMBEDDED: INodeParameters = {
	signers: { signer: [{ email: SIGNER, order: 1, embedUserId: 'customer-1' }] },
};

const NOBODY: INodeParameters = {
	signers: { signer: [{ email: 'nobody', name: 'Nathan Smith', role: 'signer', order: 1 }] },
};

export const cases: Cases = {
	cancel: {
		prepare: asked,
		...NO_SUCH_REQUEST,
		gives: ofDocument({ cancelled: true, outcome: 'cancelled' }),
	},
	get: {
		prepare: asked,
		...NO_SUCH_REQUEST,
		gives: ofDocument({ signers: [{ role: 'sender' }, { email: SIGNER, role: 'signer' }] }),
	},
	getAll: {
		prepare: async (world, nth) => {
			await sent(world, nth);
			return ALL;
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ signers: [{ role: 'sender' }, { email: SIGNER }] }),
	},
	getSigningLink: {
		prepare: async (world, nth) => ({ ...(await asked(world, nth, EMBEDDED)), signerEmail: SIGNER }),
		...NO_SUCH_REQUEST,
		gives: ofDocument({ email: SIGNER, signed: false }),
	},
	remind: { prepare: asked, ...NO_SUCH_REQUEST, gives: ofDocument({ reminded: true }), keyless: true },
	send: {
		prepare: async (_world, nth) => await Promise.resolve(sending(keyOf(nth))),
		wrong: NOBODY,
		refusal: /^Signer 1 has no valid e-mail address$/,
		gives: ({ externalId }) => ({ created: true, externalId, outcome: 'pending' }),
	},
	sendAndWait: {
		prepare: async (_world, nth) =>
			await Promise.resolve({
				...sending(keyOf(nth)),
				source: 'base64',
				base64: PDF,
				fileName: 'order.pdf',
				waitAmount: 1,
				waitUnit: 'days',
			}),
		wrong: NOBODY,
		refusal: /^Send and Wait takes one item at a time, but 3 came in$/,
		gives: ({ externalId }) => ({ created: true, externalId, outcome: 'pending' }),
		oneAtATime: true,
	},
};
