import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

/** Everything inside a parameter that a saved workflow names: `filters.minId`. */
function inside({ name, type, options = [], modes = [] }: INodeProperties): string[] {
	const isHolder = type === 'collection' || type === 'fixedCollection';
	const within = options.flatMap((option) => {
		if ('values' in option) return option.values.flatMap(inside).map((inner) => `${option.name}.${inner}`);
		if ('type' in option) return inside(option);
		// A choice is saved by its value, except where the service gives them.
		return isHolder ? [] : [String(option.value)];
	});
	return [name, ...[...within, ...modes.map((mode) => mode.name)].map((inner) => `${name}.${inner}`)];
}

/** The resources of a node, by value. */
const resourcesOf = (properties: readonly INodeProperties[]) =>
	properties
		.filter(({ name }) => name === 'resource')
		.flatMap(({ options = [] }) => options.flatMap((option) => ('value' in option ? [option.value] : [])));

/** Where a parameter stands: for each operation of each resource, or at the top. @param all the node's resources, for one that asks for none */
function places({ displayOptions }: INodeProperties, all: unknown[]): string[] {
	const { operation, resource = operation ? all : [''] } = displayOptions?.show ?? {};
	return resource.flatMap((one) =>
		(operation ?? ['']).map((other) => [one, other].filter(Boolean).join('.')),
	);
}

/**
 * What a saved workflow knows of a node: its name, and the names and choices of its parameters by resource and operation.
 *
 * @returns sorted lines like `bigCommerce order.get orderId.list`
 */
export function namesOf({ name, properties }: INodeTypeDescription): string[] {
	const all = resourcesOf(properties);
	const names = properties.flatMap((property) =>
		places(property, all).flatMap((place) =>
			inside(property).map((inner) => [name, place, inner].filter(Boolean).join(' ')),
		),
	);
	return [...new Set(names)].sort();
}
