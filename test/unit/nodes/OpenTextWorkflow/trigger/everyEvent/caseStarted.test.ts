import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('caseStarted', { by: ['id'] });
