import type { Advice } from '../../shared/errorText';
import { givesIf } from '../../shared/answer';
import { goodReply } from '../../shared/send';
import type { ItemRun } from '../../shared/itemRun';
import { caseIn } from './cases';
import { INFERRED } from './inferred';
import type { WorkflowClient, WorkflowRequest } from './WorkflowClient';

const PNG = 'image/png';

/** How every PNG begins. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const isPng = (body: unknown): body is Buffer =>
	Buffer.isBuffer(body) && body.subarray(0, SIGNATURE.length).equals(SIGNATURE);

const notDrawn = (caseId: string): Advice => ({
	what: `The process model of case ${caseId} has no picture`,
	next: 'Ask the author of the model to deploy it with its drawing.',
});

/**
 * The picture of a running case with its active steps (reference 4.2, P6).
 *
 * @returns the bytes of a PNG
 * @throws NodeOperationError when the model was never drawn; NodeApiError when the service does not answer with a picture
 */
export async function diagramOf(
	run: Pick<ItemRun, 'refuse'>,
	client: WorkflowClient,
	caseId: string,
): Promise<Buffer> {
	const request: WorkflowRequest = {
		method: 'GET',
		base: 'runtime',
		path: `/process-instances/${encodeURIComponent(caseId)}/diagram`,
		bytes: PNG,
		gives: givesIf(({ status, body }) => isPng(body) || INFERRED.noDiagramStatus.includes(status)),
		subject: `the diagram of case ${caseId}`,
	};
	const { last } = await client.tryRequest(request);
	const body = goodReply(last)?.body;
	if (isPng(body)) return body;
	const isGone = last.status === 404 && !(await caseIn('runtime', client, caseId));
	throw INFERRED.noDiagramStatus.includes(last.status) && !isGone
		? run.refuse(notDrawn(caseId))
		: client.refusal(last, request);
}
