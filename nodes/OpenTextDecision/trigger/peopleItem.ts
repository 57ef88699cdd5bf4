import type { IDataObject } from 'n8n-workflow';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Standing } from '../ways/way';

/**
 * Who had a part in a decision, as the service tells it: so that a template can ask for two different people, or for somebody other than who wanted it.
 */
export async function peopleItem(
	{ record }: StoredRound,
	found: Pick<Standing, 'people'>,
): Promise<IDataObject> {
	const people = await found.people();
	// The service compares names of users without regard to case (Workflow reference 9.1, 11).
	const deciders = new Set(people.map(({ who }) => who.toLowerCase()));
	const { requestedBy } = record.question;
	return {
		people: people.map((person) => ({ ...person })),
		deciders: deciders.size,
		requesterDecided: requestedBy !== undefined && deciders.has(requestedBy.toLowerCase()),
	};
}
