import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('taskCompleted', { by: ['id'] });
