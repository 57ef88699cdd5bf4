import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { wentOn } from '../../records/execution';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { sending, sendingFields } from './sending';

export const sendSignal: Operation<WorkflowClient> = {
	option: {
		name: 'Send Signal',
		value: 'sendSignal',
		description: 'Let a case go on that waits for a signal of this name',
		action: 'Send a signal to an execution',
	},
	effect: 'change',
	output: object({ sent: flag, ...wentOn }),
	fields: sendingFields('signal', 'stockArrived'),
	execute: async (run, client) => await sending(run, client, 'signal'),
};
