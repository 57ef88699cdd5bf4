import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { wentOn } from '../../records/execution';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { sending, sendingFields } from './sending';

export const sendMessage: Operation<WorkflowClient> = {
	option: {
		name: 'Send Message',
		value: 'sendMessage',
		description: 'Let a case go on that waits for a message of this name',
		action: 'Send a message to an execution',
	},
	effect: 'change',
	output: object({ sent: flag, ...wentOn }),
	fields: sendingFields('message', 'orderPaid'),
	execute: async (run, client) => await sending(run, client, 'message'),
};
