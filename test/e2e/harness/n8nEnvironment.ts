/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { outerEnvironment } from '../../run/setup/project.cjs';
import { LOOPBACK } from './ports';

export interface N8nPlace {
	userFolder: string;
	port: number;
	/** of the task runner's broker */
	brokerPort: number;
}

/** Settings of another n8n on this machine must not reach ours. */
const FOREIGN = /^(N8N_|DB_|EXECUTIONS_|WEBHOOK_|QUEUE_|GENERIC_|NODE_OPTIONS$|NODE_ENV$|npm_|JEST_)/;

/** Every call that n8n would make to the outside by itself is off (n8n guide 17). */
const SILENT = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
};

/**
 * For a test that sends more at once than n8n's event loop can take on a slow machine: expressions without an isolate for each delivery
 * and each credential, and a database that is not called dead because the event loop is full (n8n guide 21).
 */
export const FLOOD: Readonly<Record<string, string>> = {
	N8N_EXPRESSION_ENGINE: 'legacy',
	DB_PING_TIMEOUT_MS: '60000',
};

/**
 * The environment of an n8n that lives on loopback, in its own folder, and talks to nobody outside.
 * @param extra settings of one test; they win
 */
export const n8nEnvironment = (place: N8nPlace, extra: Record<string, string> = {}): NodeJS.ProcessEnv => {
	const inherited = Object.entries(outerEnvironment(process.env)).filter(([name]) => !FOREIGN.test(name));
	const url = `http://${LOOPBACK}:${place.port}/`;
	return {
		...Object.fromEntries(inherited),
		...SILENT,
		N8N_USER_FOLDER: place.userFolder,
		N8N_PORT: String(place.port),
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_LISTEN_ADDRESS: LOOPBACK,
		N8N_HOST: LOOPBACK,
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: url,
		N8N_SECURE_COOKIE: 'false',
		GENERIC_TIMEZONE: 'UTC',
		...extra,
	};
};
