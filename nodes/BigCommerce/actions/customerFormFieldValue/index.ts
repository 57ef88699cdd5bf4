import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';

export const customerFormFieldValue = defineResource(
	{
		name: 'Customer Form Field Value',
		value: 'customerFormFieldValue',
		description: 'What a customer entered into a form',
	},
	[getAll],
	getAll,
);
