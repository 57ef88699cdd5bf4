import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import { isRecord } from '../../../shared/isRecord';
import { locatorOf } from '../../../shared/record/locator';
import { MODEL, MODEL_LOCATOR, modelItem } from '../../records/model';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { modelOfItem } from './modelFields';

const contentAs: INodeProperties = {
	displayName: 'Content As',
	name: 'form',
	type: 'options',
	options: [
		{ name: 'BPMN XML', value: 'xml' },
		{ name: 'JSON', value: 'json' },
	],
	default: 'json',
	description: 'In JSON, the steps stand under childShapes',
};

export const get: Operation<WorkflowClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one version of a process model with its content, by key the latest',
		action: 'Get a model',
	},
	effect: 'read',
	output: MODEL,
	fields: [locatorOf(MODEL_LOCATOR), contentAs],
	async execute(run, client) {
		const form = run.values.choice(run.text('form', 'json'), 'Content As', ['xml', 'json']);
		const modelType = form === 'xml' ? 'xml' : 'json';
		const found = await modelOfItem(run, client, MODEL_LOCATOR, modelType);
		const { content } = found;
		return {
			...modelItem(found),
			...(isRecord(content) && { content }),
			...(typeof content === 'string' && { xml: content }),
		};
	},
};
