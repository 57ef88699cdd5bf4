import axios from 'axios';
import type { Method } from 'axios';

import { MANAGER, OPENTEXT_CLIENT_ID, OPENTEXT_CLIENT_SECRET, REVIEWER } from '../../sandbox/core/fixtures';
import { startServer } from '../../sandbox/server';
import { createWorkflowStandIn } from '../../sandbox/workflow';
import { MANAGER_GROUP, REVIEWER_GROUP, SERVICE_GROUP } from '../../sandbox/workflow/directory';

export { MANAGER, MANAGER_GROUP, REVIEWER, REVIEWER_GROUP };

export const HOUR = 3_600_000;
export const BUSINESS_KEY = 'sandbox1:order:100:risk:1';

export const RISK_VARIABLES = [
	{ name: 'orderId', value: 100 },
	{ name: 'reviewersGroup', value: REVIEWER_GROUP },
	{ name: 'managersGroup', value: MANAGER_GROUP },
	{ name: 'serviceGroup', value: SERVICE_GROUP },
	{ name: 'deadlineIn', value: 'PT24H' },
	{ name: 'deadlineAt', value: '2100-01-01T00:00:00Z' },
];

/** The stand-in alone on a free port, with clients for runtime, history and its controls. */
export async function openWorkflow(dataDir?: string) {
	const server = await startServer({ dataDir }, async (context) => ({
		workflow: await createWorkflowStandIn(context),
	}));
	const client = axios.create({ baseURL: server.url, validateStatus: () => true });

	const token = async (body: unknown, headers: Record<string, string> = {}, tenant = 'sandbox-tenant') =>
		await client.post(`/opentext/tenants/${tenant}/oauth2/token`, body, { headers });

	const { data: granted } = await token({
		grant_type: 'client_credentials',
		client_id: OPENTEXT_CLIENT_ID,
		client_secret: OPENTEXT_CLIENT_SECRET,
	});
	let bearer: string = granted.access_token;

	const caller =
		(base: string) =>
		async (method: Method, path: string, data?: unknown, headers: Record<string, string> = {}) =>
			await client.request({
				method,
				url: `${base}${path}`,
				data,
				headers: { Authorization: `Bearer ${bearer}`, ...headers },
			});

	/** Calls the runtime API. */
	const api = caller('/opentext/workflow/v1');
	/** Calls the history API. */
	const history = caller('/opentext/workflow-history/v1');
	/** Calls the control API below /_sandbox. */
	const control = caller('/_sandbox');

	/** Starts an order risk review. */
	const start = async (overrides: Record<string, unknown> = {}) =>
		await api('POST', '/process-instances', {
			processDefinitionKey: 'order_risk_review',
			name: 'Order 100',
			businessKey: BUSINESS_KEY,
			variables: RISK_VARIABLES,
			...overrides,
		});

	/** Open tasks of a case. */
	const tasks = async (caseId: string) => {
		const { data } = await api('GET', `/tasks?processInstanceId=${caseId}`);
		return data._embedded?.tasks ?? [];
	};

	/** Claims the case's only open task and completes it; gives the answer to the completion. */
	const decide = async (caseId: string, outcome?: string, assignee = REVIEWER) => {
		const [task] = await tasks(caseId);
		await api('POST', `/tasks/${task.id}`, { action: 'claim', assignee });
		return await api('POST', `/tasks/${task.id}`, { action: 'complete', outcome });
	};

	/** Moves the sandbox's clock. Tokens expire with it, so a new one is fetched. */
	const advance = async (ms: number) => {
		await control('POST', '/clock', { advanceMs: ms });
		const { data } = await token({
			grant_type: 'client_credentials',
			client_id: OPENTEXT_CLIENT_ID,
			client_secret: OPENTEXT_CLIENT_SECRET,
		});
		bearer = data.access_token;
	};

	const signIn = (accessToken: string) => {
		bearer = accessToken;
	};

	return { ...server, client, token, signIn, api, history, control, start, tasks, decide, advance };
}

export type Workflow = Awaited<ReturnType<typeof openWorkflow>>;
