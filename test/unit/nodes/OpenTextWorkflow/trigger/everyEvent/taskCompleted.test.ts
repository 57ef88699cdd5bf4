import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('taskCompleted', { filters: [{ modelKey: 'a' }, { modelKey: 'b' }], by: ['id'] });
