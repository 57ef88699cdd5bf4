import { parseLinkKey } from '../../shared/linkKey';
import { fieldsIn } from '../../shared/record/given';
import { text } from '../../shared/shape';
import type { WorkflowClient } from '../../OpenTextWorkflow/transport/WorkflowClient';
import type { Whose } from './way';

/**
 * Link keys of the cases that have ended, read in one list.
 *
 * @param since in ms since 1970
 * @throws NodeApiError when the service does not answer
 */
export async function endedCases(
	client: WorkflowClient,
	{ storeHash, purpose }: Whose,
	since: number,
): Promise<Set<string>> {
	const rows = await client.list({
		base: 'history',
		path: '/historic-process-instances',
		query: { finished: true, excludeSubprocesses: true, finishedAfter: new Date(since).toISOString() },
		subject: 'the list of ended cases',
		// One bad record must not stop the trigger for ever.
		lenient: true,
	});
	const keys = rows.flatMap((row) => fieldsIn({ businessKey: text }, row).businessKey ?? []);
	return new Set(
		keys.filter((businessKey) => {
			const key = parseLinkKey(businessKey);
			return key?.storeHash === storeHash && key.purpose === purpose;
		}),
	);
}
