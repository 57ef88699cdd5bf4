import { assignmentCases } from './productAssignment';

export const cases = assignmentCases({
	resource: 'productCategoryAssignment',
	to: 'category',
	field: 'category_id',
	id: 23,
});
