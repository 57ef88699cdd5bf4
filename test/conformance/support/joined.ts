import isEqual from 'lodash/isEqual';
import type { IDataObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';

/** What a user enters once for several items. */
export interface Joined {
	/** With an expression wherever the items differ. */
	parameters: INodeParameters;
	/** What the expressions find in each item. */
	items: IDataObject[];
}

const isGroup = (value: unknown): value is INodeParameters =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is INodeParameters[] => Array.isArray(value) && value.every(isGroup);

/** Joins what is entered for several items into one set of parameters. All sets have the same keys. */
export function joined(sets: readonly INodeParameters[]): Joined {
	const items = sets.map((): IDataObject => ({}));
	const expression = (values: readonly NodeParameterValueType[]): string => {
		const name = `v${Object.keys(items[0]).length}`;
		items.forEach((item, at) => Object.assign(item, { [name]: values[at] }));
		return `={{ $json.${name} }}`;
	};
	const groups = (values: readonly INodeParameters[]): INodeParameters => {
		const names = [...new Set(values.flatMap(Object.keys))];
		return Object.fromEntries(names.map((name) => [name, join(values.map((value) => value[name]))]));
	};
	const join = (values: readonly NodeParameterValueType[]): NodeParameterValueType => {
		const [first] = values;
		if (values.every((value) => isEqual(value, first))) return first;
		if (values.every(isGroup)) return groups(values);
		if (isRows(first) && values.every(isRows) && values.every(({ length }) => length === first.length)) {
			return first.map((_row, at) => groups(values.map((rows) => rows[at])));
		}
		return expression(values);
	};
	return { parameters: groups(sets), items };
}

/** What only one of the items holds, for finding it in what was sent. */
export const ownValues = (items: readonly IDataObject[], at: number): string[] =>
	Object.entries(items[at])
		.filter(([name, value]) => items.every((item, other) => other === at || item[name] !== value))
		.map(([, value]) => value)
		.filter((value) => typeof value === 'string' || typeof value === 'number')
		.map(String);
