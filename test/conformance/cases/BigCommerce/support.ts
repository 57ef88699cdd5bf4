import { isRecord } from '../../../../nodes/shared/isRecord';

export const NODE = 'bigCommerce';

/** What the store says of an order that it does not have. */
export const NO_ORDER = /^BigCommerce knows no .*order \d+ in this store$/;

/** What stands in a resource locator. */
export const valueIn = (locator: unknown): string => String(isRecord(locator) ? locator.value : locator);

/** The number in a resource locator. */
export const idIn = (locator: unknown): number => Number(valueIn(locator));
