import { defineResource } from '../../../shared/operation';
import { assignToOrder } from './assignToOrder.operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { downloadPdf } from './downloadPdf.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getCheckoutLink } from './getCheckoutLink.operation';
import { getPdf } from './getPdf.operation';
import { update } from './update.operation';

export const quote = defineResource(
	{ name: 'Quote', value: 'quote', description: 'An offer to a company; it has no state of approval' },
	[assignToOrder, create, remove, downloadPdf, get, getAll, getCheckoutLink, getPdf, update],
	getAll,
);
