import { parseLinkKey } from '../../shared/linkKey';
import { modelKeyOf } from '../../OpenTextWorkflow/records/caseItem';
import { readCase, type Case } from '../../OpenTextWorkflow/transport/cases';
import type { WorkflowClient } from '../../OpenTextWorkflow/transport/WorkflowClient';
import type { EndedQuestions, Whose } from './way';

const linkKeyOf = ({ businessKey }: Case) => parseLinkKey(String(businessKey ?? ''));

/** Whether a case was started in the service itself: what was asked by Ask has a link key. */
export const isElsewhere = (found: Case): boolean => Boolean(found.id) && !linkKeyOf(found);

/**
 * The cases that have ended, read in one list: link keys of those that were asked, and the models of the others, so that nobody has to look for those when there are none.
 *
 * @param since in ms since 1970
 * @throws NodeApiError when the service does not answer
 */
export async function endedCases(
	client: WorkflowClient,
	{ storeHash, purpose }: Whose,
	since: number,
): Promise<EndedQuestions> {
	const rows = await client.list({
		base: 'history',
		path: '/historic-process-instances',
		query: { finished: true, excludeSubprocesses: true, finishedAfter: new Date(since).toISOString() },
		subject: 'the list of ended cases',
		// One bad record must not stop the trigger for ever.
		lenient: true,
	});
	const cases = rows.map(readCase);
	const keys = cases.flatMap((found) => {
		const key = linkKeyOf(found);
		return key?.storeHash === storeHash && key.purpose === purpose ? String(found.businessKey) : [];
	});
	return { keys: new Set(keys), models: new Set(cases.filter(isElsewhere).map(modelKeyOf)) };
}
