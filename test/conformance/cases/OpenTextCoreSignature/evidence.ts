import type { Cases } from '../../support/operationCase';
import { NODE, NO_SUCH, ofDocument, signed } from './support';

const FIELDS = {
	signedDocumentProperty: 'signedDocument',
	signingLogProperty: 'signingLog',
	manifestProperty: 'manifest',
};

export const cases: Cases = {
	collect: {
		prepare: signed,
		...NO_SUCH,
		gives: ofDocument({
			outcome: 'signed',
			files: [{ serviceHashMatches: true }, { serviceHashMatches: true }],
		}),
	},
	verify: {
		prepare: async () => await Promise.resolve(FIELDS),
		files: async (world, nth) => {
			const named = await signed(world, nth);
			const { outputs } = await world.run(NODE, { resource: 'evidence', operation: 'collect', ...named });
			return outputs[0][0].binary ?? {};
		},
		wrong: { signingLogProperty: 'nothing' },
		refusal: /no binary field 'nothing'/,
		gives: () => ({ verified: true, changed: [] }),
		silent: true,
	},
};
