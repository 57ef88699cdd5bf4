import type {
	ExecutionError,
	ExecutionStatus,
	IDataObject,
	INodeExecutionData,
	IRunData,
} from 'n8n-workflow';

/** What is left of one execution of a template. */
export interface RunRecord {
	id: string;
	/** the trigger that it began with */
	startedBy: string;
	status: ExecutionStatus;
	data: IRunData;
	/** what stopped it */
	error?: ExecutionError;
	/** the node that was last begun */
	lastNode: string;
	/** every name that the template has */
	names: ReadonlySet<string>;
}

const described = (error: ExecutionError): string =>
	[error.message, 'description' in error ? error.description : undefined].filter(Boolean).join(' – ');

/** One execution of a whole template: what every node gave out, and what went wrong. */
export class TemplateRun {
	constructor(private readonly record: RunRecord) {}

	get id(): string {
		return this.record.id;
	}

	get startedBy(): string {
		return this.record.startedBy;
	}

	get status(): ExecutionStatus {
		return this.record.status;
	}

	/** Names of the nodes that ran. */
	get nodes(): string[] {
		return Object.keys(this.record.data);
	}

	/**
	 * The items that a node gave out, of all its runs in this execution.
	 *
	 * @param output counted from 0; all of them when left out
	 * @returns empty when the node did not run
	 * @throws Error when the template has no such node
	 */
	itemsOf(node: string, output?: number): IDataObject[] {
		return this.executionItemsOf(node, output).map(({ json }) => json);
	}

	/** The same with the files and the pairing. */
	executionItemsOf(node: string, output?: number): INodeExecutionData[] {
		if (!this.record.names.has(node)) throw new Error(`the template has no node "${node}"`);
		return (this.record.data[node] ?? [])
			.flatMap(({ data }) => (output === undefined ? (data?.main ?? []) : [data?.main[output] ?? null]))
			.flatMap((items) => items ?? []);
	}

	/** The node that stopped the execution and what it said; undefined when it went through. */
	get failure(): string | undefined {
		const { status, lastNode, startedBy, error } = this.record;
		if (status === 'success') return undefined;
		const what = error ? described(error) : `the execution was left ${status}`;
		return `"${lastNode}" (begun by "${startedBy}"): ${what}`;
	}
}
