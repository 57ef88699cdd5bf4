import type { Operation } from '../../../shared/operation';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { setsState } from './setsState';

export const suspend: Operation<WorkflowClient> = {
	option: {
		name: 'Suspend',
		value: 'suspend',
		description: 'Let nobody work on a running case until it is activated',
		action: 'Suspend a case',
	},
	...setsState('suspend'),
};
