import type { Operation } from '../../../shared/operation';
import { mapped } from '../../../shared/record/mapper';
import { changeFields, forChange } from '../../../shared/record/written';
import { fieldsIn } from '../../../shared/record/given';
import { publishedProduct } from '../../records/publishedProduct';
import { text } from '../../../shared/shape';
import type { StoreClient } from '../../transport/StoreClient';
import { publication } from './publication';

const PREORDER = 'preorder';

export const publish: Operation<StoreClient> = {
	option: {
		name: 'Publish',
		value: 'publish',
		description: 'Set content, and make a product visible and available in the same step',
		action: 'Publish a product',
	},
	...publication(changeFields(publishedProduct), (run) => {
		const said = mapped(run, forChange(publishedProduct));
		return (standing) => {
			const isPreorder = fieldsIn({ availability: text }, standing).availability === PREORDER;
			return { availability: isPreorder ? PREORDER : 'available', ...said, is_visible: true };
		};
	}),
};
