import type { Operation } from '../../../shared/operation';
import { mapped } from '../../../shared/record/mapper';
import { changeFields, forChange } from '../../../shared/record/written';
import { product } from '../../records/product';
import type { StoreClient } from '../../transport/StoreClient';
import { publication } from './publication';

export const publish: Operation<StoreClient> = {
	option: {
		name: 'Publish',
		value: 'publish',
		description: 'Set content, and make a product visible and available in the same step',
		action: 'Publish a product',
	},
	...publication(changeFields(product), (run) => ({
		...mapped(run, forChange(product)),
		is_visible: true,
		availability: 'available',
	})),
};
