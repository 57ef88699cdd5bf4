import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

/** The form of a node that agents use as a tool is a type of its own, named after it (n8n 2.41, `tool-generation/ai-tools`). */
const TOOL = /Tool$/;

/** Whether an agent runs the node as its tool. n8n says so itself only where the agent calls it directly, not where its engine does that (guide, section 21). */
export const isToolRun = (
	functions: Pick<IExecuteFunctions, 'getNode' | 'isToolExecution'> | Pick<IWebhookFunctions, 'getNode'>,
): boolean =>
	TOOL.test(functions.getNode().type) || ('isToolExecution' in functions && functions.isToolExecution());

/** Where an item leaves, and what it says of that. */
export interface Leaving {
	output: number;
	/** Beside the data of the item. */
	said: IDataObject;
}

/**
 * Where an item leaves. An agent is given the first output alone (n8n 2.41, `mapResult` of `get-input-connection-data`): for it everything leaves there, and says in `branch` which
 * one it would have been.
 *
 * @param output counted from 0
 * @param names of all outputs, where the operation has several
 * @param isTool as {@link isToolRun} says
 */
export const leaving = (output: number, names: readonly string[] | undefined, isTool: boolean): Leaving =>
	isTool && names ? { output: 0, said: { branch: names[output] } } : { output, said: {} };
