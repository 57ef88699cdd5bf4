import { NodeApiError } from 'n8n-workflow';
import type { Question } from '../../shared/decision/roundRecord';
import { formatLinkKey, type LinkKey } from '../../shared/linkKey';
import type { Services } from '../transport/Services';
import { wayOf } from '../ways';

/** How many questions are passed over whose records are gone. */
const MOST_FORGOTTEN = 100;

/**
 * The first round that nobody has answered yet, for an object of which the store keeps no record: the services may know older questions all the same, when what carried their records was
 * removed, and their answers are none to a new one.
 *
 * @param key with the round to begin at
 * @returns its round; where the service does not answer, the one to begin at, so that the object waits all the same
 */
export async function firstUnasked(services: Services, key: LinkKey, question: Question): Promise<number> {
	const way = wayOf(services, question.askedBy);
	const isOver = async (round: number) =>
		await way.isOver({ record: { key: formatLinkKey({ ...key, round }), question } });
	try {
		let { round } = key;
		while (round < MOST_FORGOTTEN && (await isOver(round))) round++;
		return round;
	} catch (error) {
		return error instanceof NodeApiError ? key.round : await Promise.reject(error);
	}
}
