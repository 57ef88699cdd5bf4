import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../../../conformance/support/operationCase';
import type { Stage } from './stage';

export const NODE = 'bigCommerce';

/** The parameters of one operation. */
export const of = (resource: string, operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource,
	operation,
	...more,
});

export const NEWEST_FIRST = { sort: 'date_created', direction: 'desc' };

export const person = (email: string): INodeParameters => ({ email, firstName: 'Nathan', lastName: 'Case' });

/** An order, with the parameter that picks it. */
export const order = async ({ world }: Stage) => {
	const id = await world.placeOrder();
	return { id, orderId: byId(id) };
};

export const created = async (stage: Stage, email: string) =>
	byId(Number((await stage.must(NODE, of('customer', 'create', person(email)))).id));
