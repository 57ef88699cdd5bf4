import type { Operation } from '../../../shared/operation';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { setsState } from './setsState';

export const activate: Operation<WorkflowClient> = {
	option: {
		name: 'Activate',
		value: 'activate',
		description: 'Let a suspended case go on',
		action: 'Activate a case',
	},
	...setsState('activate'),
};
