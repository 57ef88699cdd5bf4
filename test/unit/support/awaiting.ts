import type { IWebhookFunctions } from 'n8n-workflow';
import { noteAwaited, type Awaited } from '../../../nodes/shared/waiting/awaited';

/** Lets a waiting execution wait for this, as its node noted it. */
export function awaiting<Functions extends IWebhookFunctions>(
	functions: Functions,
	awaited: Awaited,
): Functions {
	const context: Record<string, unknown> = {};
	noteAwaited({ getContext: () => context }, awaited);
	const read = (expression: string) => {
		const [, name] = /^\{\{ \$node\[".+"\]\.context\.(\w+) \}\}$/.exec(expression) ?? [];
		return name === undefined ? undefined : context[name];
	};
	return Object.assign(functions, { evaluateExpression: read });
}
