import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('caseEnded', { filters: [{ outcomes: 'Approved, postponed' }, { modelKey: 'a' }], by: ['id'] });
