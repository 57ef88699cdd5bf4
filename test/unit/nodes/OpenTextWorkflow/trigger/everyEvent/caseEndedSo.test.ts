import { describeEvent } from '../../../../support/workflowEvents/everyEvent';

describeEvent('caseEnded', {
	parameters: { outcomes: 'Approved, postponed' },
	by: ['id'],
	isWanted: ({ outcome }) => outcome === 'approved',
});
