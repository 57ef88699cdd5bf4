import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { descriptionOf, type NodeTypes } from './nodeTypes';

type Entry = INodePropertyOptions | INodeProperties | INodePropertyCollection;
type Values = Record<string, unknown>;

/** A parameter that is shown, with its value. */
interface Shown {
	property: INodeProperties;
	value: unknown;
	/** e.g. `/rules/values/0/outputKey` */
	at: string;
	/** the values beside it */
	beside: Values;
}

const isRecord = (value: unknown): value is Values =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isCollection = (entry: Entry): entry is INodePropertyCollection => 'values' in entry;
const isProperty = (entry: Entry): entry is INodeProperties => 'type' in entry;
const isOption = (entry: Entry): entry is INodePropertyOptions => !isCollection(entry) && !isProperty(entry);
const isExpression = (value: unknown): boolean => typeof value === 'string' && value.startsWith('=');

/** n8n's helpers take only their own kind of values, which everything read from a template is. */
const parameters = (values: Values): INodeParameters => JSON.parse(JSON.stringify(values));

/** Holds the parameters of one node against its description. */
class NodeCheck {
	/** with defaults, without what is unknown or not shown */
	private readonly resolved: Values;

	constructor(
		private readonly node: INode,
		private readonly description: INodeTypeDescription,
	) {
		const { properties } = description;
		this.resolved =
			NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ?? {};
	}

	faults(): string[] {
		const shown = this.shown(this.description.properties, this.resolved, '');
		return [
			...this.unknown(this.node.parameters, this.resolved),
			...shown.flatMap(this.choice),
			...this.issues(),
		];
	}

	/** Given, but not among what n8n keeps: the node has no such parameter, or does not show it with the other values. */
	private unknown(given: unknown, kept: unknown, at = ''): string[] {
		if (typeof given !== 'object' || given === null) return [];
		return Object.entries(given).flatMap(([key, value]) => {
			const has = typeof kept === 'object' && kept !== null && key in kept;
			if (!has) return [`${at}/${key} is unknown to the node, or not shown with these values`];
			return this.unknown(value, Reflect.get(kept, key), `${at}/${key}`);
		});
	}

	private shown(properties: INodeProperties[], beside: Values, above: string): Shown[] {
		return properties
			.filter(({ name }) => name in beside)
			.filter((property) => this.isShown(property, beside))
			.flatMap((property) => {
				const [value, at] = [beside[property.name], `${above}/${property.name}`];
				return [{ property, value, at, beside }, ...this.below(property, value, at)];
			});
	}

	private below({ options = [], type }: INodeProperties, value: unknown, at: string): Shown[] {
		if (!isRecord(value)) return [];
		if (type === 'collection') return this.shown(options.filter(isProperty), value, at);
		return options.filter(isCollection).flatMap(({ name, values }) =>
			[value[name] ?? []]
				.flat()
				.filter(isRecord)
				.flatMap((group, index) => this.shown(values, group, `${at}/${name}/${index}`)),
		);
	}

	private isShown(item: INodeProperties | INodePropertyOptions, beside: Values): boolean {
		const { node, description, resolved } = this;
		return NodeHelpers.displayParameter(parameters(beside), item, node, description, parameters(resolved));
	}

	/** A value that a drop-down does not offer. What is read from the service, and expressions, only a run can tell. */
	private readonly choice = ({ property, value, at, beside }: Shown): string[] => {
		const { type, typeOptions, options = [], modes = [] } = property;
		if (type === 'resourceLocator' && isRecord(value)) {
			const names = modes.map(({ name }) => String(name));
			return names.includes(String(value.mode)) ? [] : [`${at} has no mode "${String(value.mode)}"`];
		}
		if (!['options', 'multiOptions'].includes(type) || typeOptions?.loadOptionsMethod) return [];
		const offered = options
			.filter(isOption)
			.filter((option) => this.isShown(option, beside))
			.map((option) => option.value);
		return [value]
			.flat()
			.filter((chosen) => !isExpression(chosen) && !offered.some((option) => option === chosen))
			.map((chosen) => `${at} does not offer "${String(chosen)}"`);
	};

	/** What the editor would mark red: required parameters that are empty, values of a wrong type. */
	private issues(): string[] {
		const node = { ...this.node, parameters: parameters(this.resolved) };
		const found = NodeHelpers.getNodeParametersIssues(this.description.properties, node, this.description);
		return found ? NodeHelpers.nodeIssuesToString(found, node) : [];
	}
}

/**
 * Holds nodes of a template against their descriptions: type and version known, every chosen option offered, required parameters set, nothing that the node
 * does not have or show (n8n guide 15.3, checks 2 and 3).
 *
 * @returns what is wrong, each with the node's name
 */
export const parameterFaults = (nodes: INode[], types: NodeTypes): string[] =>
	nodes.flatMap((node) => {
		const description = descriptionOf(node, types);
		const faults =
			typeof description === 'string' ? [description] : new NodeCheck(node, description).faults();
		return faults.map((fault) => `"${node.name}": ${fault}`);
	});
