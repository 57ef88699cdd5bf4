import { list } from '../../../shared/record/field';
import * as is from '../../../shared/shape';

/** The values of fields that the merchant made in the control panel; the API can only fill them (BigCommerce reference 13.2). */
export const extraFieldsShape = is.list(
	is.object({ fieldName: is.text, fieldValue: is.either(is.text, is.amount) }),
);

export const extraFields = list(
	'Extra Fields (JSON)',
	'Values of fields made in the control panel; all that are required there',
	{
		name: 'extraFields',
		like: '[{"fieldName": "Tax ID", "fieldValue": "TEST-123"}]',
	},
);
