import type { Operation, Resource } from '../../../nodes/shared/operation';

/** An action node, with what its folder says of it. */
export interface DocumentedNode {
	/** Below `nodes`, e.g. `BigCommerce`. */
	folder: string;
	displayName: string;
	resources: ReadonlyArray<Resource<never>>;
	/** Everything that the files of its records export, by name. */
	records: Readonly<Record<string, unknown>>;
}

/** One operation with its place. */
export interface DocumentedOperation {
	node: DocumentedNode;
	resource: Resource<never>;
	operation: Operation<never>;
}

export const operationsIn = (node: DocumentedNode): DocumentedOperation[] =>
	node.resources.flatMap((resource) =>
		Object.values(resource.operations).map((operation) => ({ node, resource, operation })),
	);
