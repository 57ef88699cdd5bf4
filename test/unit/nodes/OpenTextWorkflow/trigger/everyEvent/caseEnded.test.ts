import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('caseEnded', { by: ['id'] });
