import { NodeApiError } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { caseWithVariables } from '../../records/caseItem';
import type { startCase } from '../../records/startCase';
import { setVariable } from '../../records/writeVariable';
import { findCase } from '../../transport/cases';
import type { Variable } from '../../transport/variables';
import type { WorkflowClient } from '../../transport/WorkflowClient';

type Started = Awaited<ReturnType<typeof startCase>>;

/**
 * Has a case that was there before call this execution: an earlier run may have ended before it waited. It may end meanwhile, so that it is looked at again afterwards.
 *
 * @param callback the variable with the address of this execution
 * @returns the case as it stands then
 * @throws NodeApiError when it runs, and the service does not take the address
 */
export async function callThisOne(
	run: ItemRun,
	client: WorkflowClient,
	started: Started,
	callback: Variable,
): Promise<Started> {
	const { caseId, ended, variables } = started;
	if (ended || caseId === null || variables[callback.name] === callback.value) return started;
	const look = async () => {
		const found = await findCase(client, { id: caseId });
		return found && { created: false, ...caseWithVariables(found) };
	};
	const owner = { kind: 'case', id: caseId, ended } as const;
	const refused = await setVariable(client, owner, callback).catch(refusal);
	const now = await look();
	if (refused && !now?.ended) return await Promise.reject(refused);
	if (!now?.ended) {
		run.functions.addExecutionHints({
			message:
				'This case was started before. It now calls this execution; whatever else it was to call goes on when its own time is up.',
			type: 'warning',
		});
	}
	return now ?? started;
}

const refusal = async (error: unknown): Promise<NodeApiError> =>
	error instanceof NodeApiError ? error : await Promise.reject(error);
