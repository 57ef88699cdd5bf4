/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where the records of a node are that it shares with another one, beside its folder. */
const SHARED: Readonly<Record<string, string>> = { BigCommerceB2b: '../BigCommerce/edition' };

/** The files that say what a node's records are; absolute and by name. @param folder of the node */
export function recordFiles(folder: string): string[] {
	const records = path.join(folder, SHARED[path.basename(folder)] ?? '', 'records');
	if (!existsSync(records)) return [];
	return readdirSync(records, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.sort()
		.map((name) => path.join(records, name));
}
