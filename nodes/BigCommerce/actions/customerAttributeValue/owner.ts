import type { IDataObject } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf } from '../../../shared/record/locator';
import { customer } from '../../records/customer';
import { customerAttribute } from '../../records/customerAttribute';
import { AttributeValues, type ValueOwner } from '../../transport/attributeValues';
import type { StoreClient } from '../../transport/StoreClient';
import { stayingId } from '../crud/picked';

/** What picks one value: the customer, and the attribute. */
export const ownerFields = [locatorOf(customer.locator), locatorOf(customerAttribute.locator)];

export async function ownerIn(run: ItemRun, client: StoreClient): Promise<ValueOwner> {
	return {
		customer_id: await stayingId(run, client, customer),
		attribute_id: await stayingId(run, client, customerAttribute),
	};
}

/** The value that the item picks. @throws NodeOperationError when the customer has none */
export async function valueOf(run: ItemRun, client: StoreClient, owner: ValueOwner): Promise<IDataObject> {
	const [value] = await new AttributeValues(client).find([owner]);
	if (value) return value;
	throw run.refuse({
		what: `Customer ${owner.customer_id} has no value for attribute ${owner.attribute_id}`,
		next: 'Use Get Many to see which values there are, or set it with Create or Update.',
	});
}
