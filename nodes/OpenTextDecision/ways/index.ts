import type { RoundRecord } from '../../shared/decision/roundRecord';
import type { Services } from '../transport/Services';
import { caseWay } from './caseWay';
import type { Way } from './way';

type AskedBy = RoundRecord['question']['askedBy'];

/** How a question is put to people; its record says which way it was. */
export const wayOf = (services: Pick<Services, 'store' | 'cases'>, askedBy: AskedBy): Way =>
	WAYS[askedBy](services);

const WAYS: Readonly<Record<AskedBy, typeof caseWay>> = { case: caseWay, signature: caseWay };
