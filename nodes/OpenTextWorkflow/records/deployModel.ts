import isEqual from 'lodash/isEqual';
import { createOnce } from '../../shared/createOnce';
import type { ItemRun } from '../../shared/itemRun';
import type { Outcome } from '../../shared/send';
import { isRecord } from '../../shared/isRecord';
import { INFERRED } from '../transport/inferred';
import {
	deployed,
	holdsContent,
	latestVersion,
	readVersion,
	type ModelVersion,
} from '../transport/modelVersions';
import { isFinalRefusal, isInDoubt, vendorMessage } from '../transport/replies';
import type { WorkflowClient, WorkflowRequest } from '../transport/WorkflowClient';
import { explain } from '../transport/workflowErrors';
import { modelItem } from './model';
import type { ModelSource } from './modelSource';

/** Whether what the service keeps is just what would be deployed. */
const isSame =
	({ modelType, content }: ModelSource) =>
	(kept: unknown): boolean =>
		modelType === 'xml' && typeof content === 'string'
			? typeof kept === 'string' && kept.trim() === content.trim()
			: isEqual(kept, content);

/**
 * Deploys a process model, once: one whose latest version is just this one stays as it is. What encoding the service wants of XML is not known (reference 4.7, U16): the plain text
 * goes first, and base64 only after a 400, with which nothing was deployed.
 *
 * @param source what to deploy
 * @returns the version that starts cases now, and whether it was deployed by this
 * @throws NodeApiError when the service refuses it, or nobody knows whether it was deployed
 */
export async function deployModel(
	run: Pick<ItemRun, 'functions'>,
	client: WorkflowClient,
	source: ModelSource,
) {
	const { key, modelType, content } = source;
	const lookUp = async (): Promise<ModelVersion | undefined> => {
		const latest = await latestVersion(client, key);
		const isThere = latest && (await holdsContent(client, latest.id, modelType, isSame(source)));
		return isThere ? latest : undefined;
	};
	const there = await lookUp();
	if (there) return { deployed: false, ...modelItem(there) };
	const request = (modelContent: ModelSource['content']): WorkflowRequest => ({
		method: 'POST',
		base: 'runtime',
		path: '/runtime/models',
		body: { modelType, modelContent },
		subject: `process model "${key}"`,
		gives: deployed,
		done: `process model "${key}" was deployed`,
	});
	let plain: Outcome['last'] | undefined;
	const result = await createOnce(run.functions, {
		async send() {
			const outcome = await client.tryRequest(request(content));
			if (outcome.last.status !== INFERRED.otherEncodingStatus || typeof content !== 'string') return outcome;
			plain = outcome.last;
			return await client.tryRequest(request(Buffer.from(content, 'utf8').toString('base64')));
		},
		made: ({ body }) => readVersion(isRecord(body) ? body : {}),
		lookUp,
		isFinal: isFinalRefusal,
	});
	if ('made' in result) return { deployed: true, ...modelItem(result.made) };
	const { refused } = result;
	const advice = explain(refused, `process model "${key}"`, 'POST');
	if (isInDoubt(refused)) {
		throw client.failure(refused, {
			...advice,
			next: 'Run this item again: it looks first whether the model is there.',
		});
	}
	// Either of the two refusals may be the one that is about the model.
	const second = plain && 'headers' in refused ? vendorMessage(refused) : undefined;
	throw client.failure(plain ?? refused, {
		...advice,
		next: second ? `Correct the model; of its base64 form the service said: "${second}".` : advice.next,
	});
}
