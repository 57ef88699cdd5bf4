import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../world';

/** One operation of a node with parameters under which it does its whole work. */
export interface OperationCase {
	node: string;
	resource: string;
	operation: string;
	/** Makes what the operation needs, and gives its parameters. */
	prepare(world: World): Promise<INodeParameters>;
}

/** By its number, as a resource locator. */
export const byId = (value: string | number): INodeParameters => ({ __rl: true, mode: 'id', value });
