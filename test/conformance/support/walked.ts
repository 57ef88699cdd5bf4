/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import type { Operation } from '../../../nodes/shared/operation';
import { isFile, ROOT, sourceNodes, sourceResources } from '../../unit/support/nodes';
import type { Cases, OperationCase } from './operationCase';

/** One operation of an action node, with its case. */
export interface Walked {
	/** Of the node below `nodes`, e.g. `BigCommerce`. */
	folder: string;
	/** Name without the package, e.g. `bigCommerce`. */
	node: string;
	/** As the editor shows it. */
	nodeName: string;
	resource: string;
	resourceName: string;
	operation: string;
	declared: Operation<never>;
	/** Missing while nobody wrote it. */
	entry?: OperationCase;
	/** Where it is written, relative to the project. */
	caseFile: string;
}

/** The folders of the nodes that have operations. */
export const actionNodes = (): string[] =>
	sourceNodes()
		.filter((node) => sourceResources(node).length > 0)
		.map(({ folder }) => path.basename(folder));

function casesIn(file: string): Cases {
	const absolute = path.join(ROOT, file);
	if (!isFile(absolute)) return {};
	const { cases }: { cases: Cases } = jest.requireActual(absolute);
	return cases;
}

/** Every operation of a node, read from its own index. @param wanted its folder */
export const operationsOf = (wanted: string): Walked[] =>
	sourceNodes()
		.filter(({ folder }) => path.basename(folder) === wanted)
		.flatMap((source) =>
			sourceResources(source).flatMap(({ option, operations }) => {
				const caseFile = `test/conformance/cases/${wanted}/${String(option.value)}.ts`;
				const cases = casesIn(caseFile);
				const { name: node, displayName: nodeName } = source.node.description;
				return Object.entries(operations).map(([operation, declared]) => ({
					folder: wanted,
					node,
					nodeName,
					resource: String(option.value),
					resourceName: option.name,
					operation,
					declared,
					caseFile,
					entry: Object.hasOwn(cases, operation) ? cases[operation] : undefined,
				}));
			}),
		);

/** How an operation is called in messages. */
export const titleOf = ({ nodeName, resourceName, declared }: Walked): string =>
	`${nodeName}, ${resourceName}: ${declared.option.name}`;
