import { customer } from './customer';
import { link } from './link';
import { order } from './order';
import { orderMetafield } from './orderMetafield';

/** Every resource of the node, by name. */
export const resources = [customer, link, order, orderMetafield];

export const firstResource = order;
