import type { Operation } from '../../../shared/operation';
import { treeCategories } from '../../records/categoryTree';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getCategories: Operation<StoreClient> = {
	option: {
		name: 'Get Categories',
		value: 'getCategories',
		description: 'Retrieve the categories of a tree, each with those below it',
		action: 'Get the categories of a tree',
	},
	...getsMany(treeCategories),
};
