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

/** Where a parameter stands: for each operation of each resource, or at the top. */
function places({ displayOptions }: INodeProperties): string[] {
	const { resource = [''], operation = [''] } = displayOptions?.show ?? {};
	return resource.flatMap((one) => operation.map((other) => [one, other].filter(Boolean).join('.')));
}

/**
 * What a saved workflow knows of a node: its name, and the names and choices of its parameters by resource and operation.
 *
 * @returns sorted lines like `bigCommerce order.get orderId.list`
 */
export const namesOf = ({ name, properties }: INodeTypeDescription): string[] =>
	[
		...new Set(
			properties.flatMap((property) =>
				places(property).flatMap((place) =>
					inside(property).map((inner) => [name, place, inner].filter(Boolean).join(' ')),
				),
			),
		),
	].sort();
