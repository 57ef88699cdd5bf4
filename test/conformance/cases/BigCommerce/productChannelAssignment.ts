import { assignmentCases } from './productAssignment';

export const cases = assignmentCases({
	resource: 'productChannelAssignment',
	to: 'channel',
	field: 'channel_id',
	id: 2,
});
