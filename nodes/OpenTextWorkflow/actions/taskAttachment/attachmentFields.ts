import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf, picked } from '../../../shared/record/locator';
import { ATTACHMENT_LOCATOR } from '../../records/attachment';
import { attachmentOf, type Attachment } from '../../transport/attachments';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openTask } from '../task/taskFields';

/** One of those of the task that is picked above it. */
export const attachmentLocator = locatorOf(ATTACHMENT_LOCATOR);

/** The attachment that the item picks. @throws NodeOperationError when its task has ended; NodeApiError when the task has none such */
export async function attachmentOfItem(
	run: ItemRun,
	client: WorkflowClient,
): Promise<{ taskId: string; attachment: Attachment }> {
	const { value } = picked(run, ATTACHMENT_LOCATOR);
	const { id } = await openTask(run, client);
	return { taskId: id, attachment: await attachmentOf(client, id, value) };
}
