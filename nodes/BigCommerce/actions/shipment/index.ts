import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const shipment = defineResource(
	{ name: 'Shipment', value: 'shipment', description: 'What is sent of an order, in one or several parcels' },
	[create, remove, get, getAll, update],
	getAll,
);
