import type { IBinaryKeyData, IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { compareNames } from './compareNames';
import type { ItemRun } from './itemRun';
import { placedFields } from './placed';
import type { Shape } from './shape';

/** A record with more to it than its data. */
export class OutputItem {
	/**
	 * @param json the data
	 * @param binary files beside it, by property name
	 * @param output which of the node's outputs it leaves by, counted from 0
	 * @param kept what came in and goes on beside the data
	 */
	constructor(
		readonly json: IDataObject,
		readonly binary?: IBinaryKeyData,
		readonly output = 0,
		readonly kept: IDataObject = {},
	) {}
}

/** What one item becomes: one record, several, or none (an empty array). */
export type OperationResult = IDataObject | IDataObject[] | OutputItem;

/**
 * What an operation does to a service. `read`: nothing. `change`: something that may be repeated and then stands as before. `once`: something that must not happen twice,
 * so that it has a key by which it is looked for first.
 */
export type Effect = 'read' | 'change' | 'once';

/** A right that the account behind the credential needs, by the name that the service's own pages give it. */
export interface Scope {
	name: string;
	access: 'read-only' | 'modify';
	/** It has no form that only reads, so that needing it says nothing of a change. */
	isWhole?: true;
	/** Needed only while a parameter has one of these values, or one of them among several choices; a key: while it names one of them between colons. */
	when?: Readonly<Record<string, readonly string[]>>;
}

/** Several items in one call, for a service that takes them so. */
export interface Batch<Client> {
	/** How many items one call takes. */
	most: number;
	/**
	 * Runs the operation for a group of items.
	 *
	 * @param runs at least two, at most `most`
	 * @param clientFor makes the client for those that share what is sent: what is known of it is told of each of them
	 * @returns for each item, in their order, what it became or why it went wrong
	 */
	execute(
		runs: readonly ItemRun[],
		clientFor: (sharing: readonly ItemRun[]) => Client,
	): Promise<Array<OperationResult | Error>>;
}

/** ONE thing an action node can do, for ONE item. One file holds one operation. */
export interface Operation<Client> {
	/** How the operation is listed: value, Title Case name, sentence-case action. */
	option: INodePropertyOptions & { action: string };
	effect: Effect;
	/** What it needs; left out where the service has no rights by operation. */
	scopes?: readonly Scope[];
	/** What it needs where that depends on what it is about, for the documentation. */
	scopesBy?: string;
	/** What an item that comes out looks like; the schema that n8n shows is made from it. */
	output: Shape;
	/** Each item stands for itself, and may be run again: those behind one that went wrong are begun all the same, then its error ends the node. */
	beginsAll?: true;
	/** The item that came in goes on, and what `output` says is added to it. */
	addsToItem?: true;
	/** Names of the node's outputs while this operation is chosen, where there are several. */
	outputs?: readonly string[];
	/** Its own fields; `resourceProperties` adds when they are shown. */
	fields: INodeProperties[];
	/** Runs the operation for the item that `run` stands for. */
	execute(run: ItemRun, client: Client): Promise<OperationResult>;
	/** The same for many items at once, where the service has such a call. */
	batch?: Batch<Client>;
}

export interface Resource<Client> {
	option: INodePropertyOptions;
	/** By value, in the order in which the editor lists them. */
	operations: Readonly<Record<string, Operation<Client>>>;
	/** The value of the operation chosen when the resource is. */
	first: string;
}

/**
 * Joins the operations of one resource.
 *
 * @param option the resource as the editor lists it
 * @param operations the operations; listed by name, as n8n's UX guide asks
 * @param first the operation chosen when the node is new
 * @throws Error when two operations share a value (a programming mistake, found at load time)
 */
export function defineResource<Client>(
	option: INodePropertyOptions,
	operations: Array<Operation<Client>>,
	first: Operation<Client>,
): Resource<Client> {
	const sorted = [...operations].sort((a, b) => compareNames(a.option.name, b.option.name));
	const byValue = Object.fromEntries(sorted.map((operation) => [String(operation.option.value), operation]));
	if (Object.keys(byValue).length !== operations.length) {
		throw new Error(`Two operations of resource "${String(option.value)}" share a value`);
	}
	return { option, operations: byValue, first: String(first.option.value) };
}

/**
 * The resource drop-down, the operations of each resource, and every field of every operation, each shown in its places only.
 *
 * @param resources in the order in which they are listed (alphabetical)
 * @param first the resource chosen when the node is new
 */
export function resourceProperties<Client>(
	resources: ReadonlyArray<Resource<Client>>,
	first: Resource<Client>,
): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map((resource) => resource.option),
			default: String(first.option.value),
		},
		...resources.map(operationChoice),
		...placedFields(
			resources.flatMap(({ option, operations }) =>
				Object.entries(operations).map(([operation, { fields }]) => ({
					resource: String(option.value),
					operation,
					fields,
				})),
			),
		),
	];
}

const operationChoice = <Client>({ option, operations, first }: Resource<Client>): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [String(option.value)] } },
	options: Object.values(operations).map((operation) => operation.option),
	default: first,
});
