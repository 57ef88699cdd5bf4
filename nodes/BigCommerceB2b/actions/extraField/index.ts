import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const extraField = defineResource(
	{ name: 'Extra Field', value: 'extraField', description: 'A field that was made in the control panel' },
	[getAll],
	getAll,
);
