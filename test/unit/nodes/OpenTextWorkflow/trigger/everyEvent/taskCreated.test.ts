import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('taskCreated', { filters: [{ modelKey: 'a' }, { modelKey: 'b' }], by: ['id'] });
