import { reviewsOf, type Helpers, type Piece, type Review } from './review';

/** Words of a model that stand for things of its own. */
export interface Asking {
	/** what is done first: `Ask the shopper for what is missing.` */
	asking: string;
	/** what is looked at again then: `the return is` */
	again: string;
	/** who helps, where it is not managers and customer service */
	escalation?: Helpers['escalation'];
	information?: Omit<Helpers['information'], 'documentation'>;
	deadline?: string;
}

/** The reviews of a model, and who helps with them: what is late goes to the managers, and customer service finds out what is missing. */
export const reviewsWith = ({ asking, again, ...own }: Asking): ((review: Review) => Piece) =>
	reviewsOf({
		escalation: own.escalation ?? { lane: 'managers', group: 'managersGroup' },
		information: {
			...(own.information ?? { lane: 'customerService', group: 'serviceGroup' }),
			documentation: `${asking} The form keeps question and answer. Then ${again} looked at again, with a fresh deadline.`,
		},
		...(own.deadline !== undefined && { deadline: own.deadline }),
	});

const STARTED = 'OpenText Decision starts it with the variables that the model declares';

/**
 * What a model says of itself.
 *
 * @param about what people do in it, as a sentence
 * @param more what else is to be said of its start
 * @param ends its end events, in words
 * @param out the variables that count when it has ended
 */
export const documented = (about: string, ends: string, out: string, more = ''): string =>
	`${about} ${STARTED}${more}; groups are names of groups of the application. The outcome is the end event that was reached: ${ends}. Out: ${out}.`;
