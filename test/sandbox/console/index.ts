/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';

/** Everything that the page consists of, by address. */
const FILES: Record<string, { file: string; type: string }> = {
	'/': { file: 'index.html', type: 'text/html; charset=utf-8' },
	'/app.js': { file: 'app.js', type: 'text/javascript; charset=utf-8' },
	'/decisions.js': { file: 'decisions.js', type: 'text/javascript; charset=utf-8' },
	'/documents.js': { file: 'documents.js', type: 'text/javascript; charset=utf-8' },
	'/dom.js': { file: 'dom.js', type: 'text/javascript; charset=utf-8' },
	'/format.js': { file: 'format.js', type: 'text/javascript; charset=utf-8' },
	'/panels.js': { file: 'panels.js', type: 'text/javascript; charset=utf-8' },
	'/taskCards.js': { file: 'taskCards.js', type: 'text/javascript; charset=utf-8' },
	'/taskForm.js': { file: 'taskForm.js', type: 'text/javascript; charset=utf-8' },
	'/style.css': { file: 'style.css', type: 'text/css; charset=utf-8' },
};

/** The page loads nothing from elsewhere and runs no script but its own. */
const POLICY = "default-src 'self'; img-src 'self' data:";

/** Adds the console page at `/`: orders, cases, tasks and documents live, with buttons to place an order and to decide a task. */
export async function registerConsole(app: FastifyInstance): Promise<void> {
	for (const [address, { file, type }] of Object.entries(FILES)) {
		const content = await readFile(join(__dirname, file), 'utf8');
		app.get(
			address,
			async (_, reply) =>
				await reply
					.type(type)
					.headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' })
					.send(content),
		);
	}
}
