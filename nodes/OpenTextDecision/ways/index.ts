import type { RoundRecord } from '../../shared/decision/roundRecord';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Services } from '../transport/Services';
import { caseWay } from './caseWay';
import { signatureWay } from './signatureWay';
import type { Way } from './way';

export type AskedBy = RoundRecord['question']['askedBy'];

const WAYS: Readonly<Record<AskedBy, (services: Omit<Services, 'functions'>) => Way>> = {
	case: caseWay,
	signature: signatureWay,
};

/** How a question is put to people; its record says which way it was. */
export const wayOf = (services: Omit<Services, 'functions'>, askedBy: AskedBy): Way =>
	WAYS[askedBy](services);

/** Whether a round is asked so; one that nobody put yet (Tell Again) will be asked as its node says. */
export const isAskedBy = ({ record: { question, effect } }: StoredRound, askedBy: AskedBy): boolean =>
	question.askedBy === askedBy || (question.name === '' && effect === undefined);
