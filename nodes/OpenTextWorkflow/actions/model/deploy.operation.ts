import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { deployModel } from '../../records/deployModel';
import { DEPLOYED } from '../../records/model';
import { readModelSource } from '../../records/modelSource';
import type { WorkflowClient } from '../../transport/WorkflowClient';

const FIELDS: INodeProperties[] = [
	{
		displayName: 'Model From',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Binary File', value: 'file' },
			{ name: 'Text', value: 'text' },
		],
		default: 'file',
		description: 'Where the model comes from',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryProperty',
		type: 'string',
		displayOptions: { show: { source: ['file'] } },
		required: true,
		default: 'data',
		hint: 'The name of the input binary field containing the model',
		description: 'BPMN XML, JSON or a .otwf file',
	},
	{
		displayName: 'Process Model',
		name: 'model',
		type: 'string',
		typeOptions: { rows: 4 },
		displayOptions: { show: { source: ['text'] } },
		required: true,
		default: '',
		description: 'BPMN XML or JSON',
	},
];

async function textOf(run: ItemRun): Promise<string> {
	if (run.text('source', 'file') === 'text') return run.requiredTextOrJson('model', 'Process Model');
	const property = run.requiredText('binaryProperty', 'Input Binary Field');
	run.functions.helpers.assertBinaryData(run.index, property);
	return (await run.functions.helpers.getBinaryDataBuffer(run.index, property)).toString('utf8');
}

export const deploy: Operation<WorkflowClient> = {
	option: {
		name: 'Deploy',
		value: 'deploy',
		description: 'Deploy a process model, which new cases then follow; the same model counts once',
		action: 'Deploy a model',
	},
	effect: 'once',
	output: DEPLOYED,
	fields: FIELDS,
	async execute(run, client) {
		const source = readModelSource(await textOf(run));
		if ('fault' in source) throw run.refuse(source.fault);
		return await deployModel(run, client, source);
	},
};
