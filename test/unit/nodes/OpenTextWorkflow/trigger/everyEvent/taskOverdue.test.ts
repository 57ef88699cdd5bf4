import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('taskOverdue', { by: ['id', 'due'] });
