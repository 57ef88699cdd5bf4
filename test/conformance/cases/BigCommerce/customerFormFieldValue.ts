import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';
import { NODE } from './support';

export const cases: Cases = {
	getAll: {
		prepare: async (world, nth) => {
			const { id } = await world.must(NODE, {
				resource: 'customer',
				operation: 'create',
				email: `form-${nth}@example.com`,
				firstName: 'Fay',
				lastName: 'Form',
				additionalFields: { formFields: '[{"name": "Employees", "value": 3}]' },
			});
			return { ...ALL, filters: { customerId: Number(id), fieldType: 'numbers' } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ name: 'Employees', value: 3 }),
	},
};
