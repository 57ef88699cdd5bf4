import type { Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { simplified } from '../../../shared/simplified';
import { orders, ORDER_LOCATOR } from '../../records/order';

export const orderLocator = locatorOf(ORDER_LOCATOR);

export const ORDER = object(orders.properties);

export const simplifyOrder = (order: Given): Given => simplified(order, orders.simple);
