import { searchOrders } from '../../BigCommerce/methods/listSearch';
import { getOrderStatuses } from '../../BigCommerce/methods/loadOptions';
import { searchModels } from '../../OpenTextWorkflow/methods/listSearch';
import { searchObjects } from './searchObjects';

export const listSearch = { searchModels, searchObjects, searchOrders };

export const loadOptions = { getOrderStatuses };
