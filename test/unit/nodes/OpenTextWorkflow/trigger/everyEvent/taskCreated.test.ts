import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('taskCreated', { by: ['id'] });
