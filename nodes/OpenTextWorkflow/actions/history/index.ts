import { defineResource } from '../../../shared/operation';
import { getActivities } from './getActivities.operation';
import { getAuditTrail } from './getAuditTrail.operation';
import { getCases } from './getCases.operation';
import { getTasks } from './getTasks.operation';

export const history = defineResource(
	{ name: 'History', value: 'history', description: 'What happened to cases, running and ended' },
	[getActivities, getAuditTrail, getCases, getTasks],
	getAuditTrail,
);
