import type { IWebhookFunctions } from 'n8n-workflow';
import { noteAwaited, type Awaited } from '../../../nodes/shared/waiting/awaited';

let executions = 0;

/** Lets a waiting execution wait for this, as its node noted it. */
export function awaiting<Functions extends IWebhookFunctions>(
	functions: Functions,
	awaited: Awaited,
): Functions {
	const context: Record<string, unknown> = {};
	const getExecutionId = jest.fn().mockReturnValue(String((executions += 1)));
	noteAwaited({ getContext: () => context, getExecutionId }, awaited);
	const read = (expression: string) => {
		const [, name] = /^\{\{ \$node\[".+"\]\.context\.(\w+) \}\}$/.exec(expression) ?? [];
		return name === undefined ? undefined : context[name];
	};
	return Object.assign(functions, { evaluateExpression: read, getExecutionId });
}
