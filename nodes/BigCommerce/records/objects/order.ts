import { fieldsIn } from '../../../shared/record/given';
import { orders } from '../order';
import { isArchived, readWatchedOrder, WATCHABLE_OPTIONS, watchedOf } from '../watchedOrder';
import { OWNERS } from '../../transport/owners';
import { onItself } from '../../transport/carriers';
import type { ObjectType } from './objectType';

const { order: owner } = OWNERS;

/** An order, of which groups of fields are watched, and which can wait in a status. */
export const order: ObjectType = {
	value: owner.value,
	label: owner.name,
	one: 'order',
	scope: owner.scope,
	id: owner.id,
	carrier: onItself(owner),
	waits: 'status',
	read: async (store, id, watched) => await readWatchedOrder(store, Number(id), watched),
	watchable: new Set(WATCHABLE_OPTIONS.map(({ value }) => value)),
	watched: watchedOf,
	isArchived,
	page: (id) => `/manage/orders/${id}`,
	named: (given) => `Order ${fieldsIn(orders.properties, given).id}`,
};
