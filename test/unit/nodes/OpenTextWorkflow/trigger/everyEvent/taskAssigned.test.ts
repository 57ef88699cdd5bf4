import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('taskAssigned', { filters: [{ assignee: 'RITA' }, { modelKey: 'a' }], by: ['id', 'who'] });
