// @ts-check
// Part of the large package: lies in its dist and gives a node more operations than it was written with. CommonJS and free of
// dependencies, since n8n's loader requires it.

/** @typedef {import('n8n-workflow').INodeProperties} Property */

/** @param {Property} property @returns {string[]} the resources for which alone it is shown */
const shownFor = ({ displayOptions }) => (displayOptions?.show?.resource ?? []).map(String);

/**
 * How often each resource has to be there, so that the node has `factor` times its operations; the last one may bring some too many.
 * @param {Property[]} properties @param {number} factor @returns {Map<string, number>}
 */
const copiesByResource = (properties, factor) => {
	const choices = properties.filter(({ name }) => name === 'operation');
	const sizes = choices.map((choice) => ({ names: shownFor(choice), size: choice.options?.length ?? 0 }));
	const copies = new Map(sizes.flatMap(({ names }) => names.map((name) => [name, 1])));
	const total = sizes.reduce((sum, { size }) => sum + size, 0);
	let count = total;
	for (let turn = 0; count < total * factor; turn++) {
		const { names = [], size = 0 } = sizes[turn % sizes.length] ?? {};
		for (const name of names) copies.set(name, (copies.get(name) ?? 0) + 1);
		count += Math.max(1, size);
	}
	return copies;
};

/** @param {string} resource @param {number | undefined} copies @returns {string[]} the original name, and one for each copy */
const namesOf = (resource, copies = 1) =>
	Array.from({ length: copies }, (_, copy) => (copy === 0 ? resource : `${resource}Copy${copy}`));

/** @param {Property} property @param {Map<string, number>} copies @returns {Property[]} */
const copiesOf = (property, copies) => {
	const { name, options = [], displayOptions } = property;
	if (name === 'resource') {
		const multiplied = options.flatMap((option) => {
			if (!('value' in option)) return [];
			const resource = String(option.value);
			return namesOf(resource, copies.get(resource)).map((value) => ({ ...option, value }));
		});
		return [{ ...property, options: multiplied }];
	}
	const [resource, another] = shownFor(property);
	if (resource === undefined || another !== undefined) return [property];
	return namesOf(resource, copies.get(resource)).map((value) => ({
		...property,
		displayOptions: { ...displayOptions, show: { ...displayOptions?.show, resource: [value] } },
	}));
};

/**
 * A description with its resources, and everything that is shown for one of them, several times.
 *
 * @template {{ properties: Property[] }} Description
 * @param {Description} description
 * @param {number} factor how many times the operations it shall have, at least 1
 * @returns {Description}
 */
const multiplied = (description, factor) => {
	const copies = copiesByResource(description.properties, factor);
	return {
		...description,
		properties: description.properties.flatMap((property) => copiesOf(property, copies)),
	};
};

module.exports = { multiplied };
