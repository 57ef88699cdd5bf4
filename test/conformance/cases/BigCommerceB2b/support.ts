import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { byId } from '../../support/operationCase';

export const NODE = 'bigCommerceB2b';

/** The companies that are there when the sandbox starts. */
export const COMPANY = { pending: 801, approved: 802 };

/** What B2B Edition says of a record that it does not have. */
export const noSuch = (one: string): RegExp =>
	new RegExp(`^B2B Edition knows no ${one} \\d+.* in this store$`);

/** What stands in a resource locator. */
export { idIn } from '../BigCommerce/support';

/** Makes one with the node itself, and picks it. @param id by what it names itself */
export async function made(
	world: World,
	resource: string,
	values: INodeParameters,
	[locator, id]: readonly [string, string],
): Promise<INodeParameters> {
	const record = await world.must(NODE, { resource, operation: 'create', ...values });
	return { [locator]: byId(Number(record[id])) };
}
