import { searchOrders } from '../../BigCommerce/methods/listSearch';
import { getOrderStatuses } from '../../BigCommerce/methods/loadOptions';
import { searchModels } from '../../OpenTextWorkflow/methods/listSearch';

export const listSearch = { searchModels, searchOrders };

export const loadOptions = { getOrderStatuses };
