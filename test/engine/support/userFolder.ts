/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { mkdirSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../../..');

const folder = path.join(ROOT, '.cache/engine', process.env.JEST_WORKER_ID ?? '0');
mkdirSync(folder, { recursive: true });

// n8n-core reads these when it is first used: nothing of a real n8n on this machine is touched.
Object.assign(process.env, {
	N8N_USER_FOLDER: folder,
	N8N_ENCRYPTION_KEY: 'invented-for-the-engine-tests',
	N8N_LOG_LEVEL: 'silent',
	N8N_DIAGNOSTICS_ENABLED: 'false',
});
