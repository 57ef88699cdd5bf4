import type { INodeProperties } from 'n8n-workflow';
import type { Advice } from '../../../shared/errorText';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { MODEL_DELETED, modelItem, VERSION_LOCATOR } from '../../records/model';
import { removeOnce } from '../../records/removeOnce';
import { accepted } from '../../transport/dialect';
import { INFERRED } from '../../transport/inferred';
import { findVersion, modelPath, type ModelVersion } from '../../transport/modelVersions';
import { hasId } from '../../transport/replies';
import type { WorkflowClient, WorkflowRequest } from '../../transport/WorkflowClient';
import { modelOfItem } from './modelFields';

const evenRunning: INodeProperties = {
	displayName: 'Even With Running Cases',
	name: 'evenRunning',
	type: 'boolean',
	default: false,
	description: 'Whether to delete a version that cases still follow; nobody knows what becomes of them',
};

/** What becomes of running cases is not known (reference 4.7, M4, U16). @throws NodeOperationError when there is one */
async function refuseRunning(run: ItemRun, client: WorkflowClient, model: ModelVersion): Promise<void> {
	const { key, version } = model;
	const [first] = await client.list(
		{
			base: 'runtime',
			path: '/process-instances',
			query: {
				processDefinitionKey: key,
				...(version !== undefined && { processDefinitionVersion: version }),
			},
			subject: `the running cases of model "${key}"`,
			ofTenant: true,
			isRow: hasId,
		},
		1,
	);
	if (!first) return;
	throw run.refuse({
		what: `Cases still follow version ${String(version ?? '')} of process model "${key}"`,
		next: 'Let them end first, or choose Even With Running Cases.',
	});
}

const stillFollowed = ({ id }: ModelVersion): Advice => ({
	what: `Cases still follow process model ${id}`,
	next: 'Let them end first; the service does not delete the model before.',
});

export const remove: Operation<WorkflowClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Delete one version of a process model',
		action: 'Delete a model',
	},
	effect: 'change',
	output: MODEL_DELETED,
	fields: [locatorOf(VERSION_LOCATOR), evenRunning],
	async execute(run, client) {
		const found = await modelOfItem(run, client, VERSION_LOCATOR, 'json');
		if (!run.flag('evenRunning', false, 'Even With Running Cases')) await refuseRunning(run, client, found);
		const request: WorkflowRequest = {
			method: 'DELETE',
			base: 'runtime',
			path: modelPath(found.id),
			subject: `process model ${found.id}`,
			gives: accepted,
			done: `process model ${found.id} was deleted`,
		};
		const removal = await removeOnce(run.functions, client, {
			request,
			isThere: async () => (await findVersion(client, found.id, 'json')) !== undefined,
			what: `process model ${found.id}`,
			all: 'process models',
			refusals: { [INFERRED.followedModelStatus]: stillFollowed(found) },
		});
		if ('refused' in removal) throw client.refusal(removal.refused, request);
		return { deleted: removal.ours, ...modelItem(found) };
	},
};
