import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('caseStarted', { filters: [{ modelKey: 'a' }, { modelKey: 'b' }], by: ['id'] });
