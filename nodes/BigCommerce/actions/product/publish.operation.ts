import omitBy from 'lodash/omitBy';
import type { Operation } from '../../../shared/operation';
import { mapped } from '../../../shared/record/mapper';
import { changeFields } from '../../../shared/record/written';
import { fieldsIn } from '../../../shared/record/given';
import { publishedFields, publishedProduct, WITHDRAWN } from '../../records/publishedProduct';
import { text } from '../../../shared/shape';
import type { StoreClient } from '../../transport/StoreClient';
import { publication } from './publication';

const PREORDER = 'preorder';

export const publish: Operation<StoreClient> = {
	option: {
		name: 'Publish',
		value: 'publish',
		description:
			'Set content, and make a product visible and available in the same step; images, videos, custom fields, bulk prices and a brand by its name stay as they are, also when fields are mapped automatically',
		action: 'Publish a product',
	},
	...publication(changeFields(publishedProduct), (run) => {
		const said = omitBy(
			mapped(run, publishedFields),
			(value, name) => name === 'availability' && value === WITHDRAWN,
		);
		return (standing) => {
			const isPreorder = fieldsIn({ availability: text }, standing).availability === PREORDER;
			return { availability: isPreorder ? PREORDER : 'available', ...said, is_visible: true };
		};
	}),
};
