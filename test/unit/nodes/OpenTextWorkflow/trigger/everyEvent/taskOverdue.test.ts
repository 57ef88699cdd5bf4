import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('taskOverdue', { filters: [{ modelKey: 'a' }, { modelKey: 'b' }], by: ['id', 'due'] });
