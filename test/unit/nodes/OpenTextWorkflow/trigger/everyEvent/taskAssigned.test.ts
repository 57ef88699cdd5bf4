import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('taskAssigned', { by: ['id', 'who'] });
