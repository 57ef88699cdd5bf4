/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { absence } from '../spec/specSet';
import type { Call } from './call';

/** Where the official files lie beside the project; they may not be copied into it. */
const FOLDER = path.resolve(__dirname, '../../../../shared/specs/opentext-workflow-service');

export const COLLECTIONS_ABSENT = absence("OpenText's own Postman collections of Workflow Service", FOLDER);

const request = z.object({
	method: z.string(),
	url: z.union([z.string(), z.object({ raw: z.string() }).transform(({ raw }) => raw)]),
	body: z.object({ raw: z.string().optional() }).optional(),
});

interface Item {
	request?: z.infer<typeof request>;
	item?: Item[];
}

const item: z.ZodType<Item, z.ZodTypeDef, unknown> = z.lazy(() =>
	z.object({ request: request.optional(), item: z.array(item).optional() }),
);

const requestsIn = (items: readonly Item[]): Array<z.infer<typeof request>> =>
	items.flatMap((one) => [...(one.request ? [one.request] : []), ...requestsIn(one.item ?? [])]);

/** The hosts stand in variables; one of them holds the base path as well. */
const pathOf = (url: string) =>
	url.replace(/^\{\{workflow_service_url\}\}/, '/workflow/v1').replace(/^\{\{\w+\}\}/, '');

const keysOf = (raw = ''): string[] => {
	if (!raw.trim()) return [];
	const body: unknown = JSON.parse(raw);
	return typeof body === 'object' && body !== null ? Object.keys(body) : [];
};

const isId = (part: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part);

/** Every call of Workflow Service in a collection. */
function callsIn(file: string): Call[] {
	const collection = z.object({ item: z.array(item) }).parse(JSON.parse(readFileSync(file, 'utf8')));
	return requestsIn(collection.item)
		.map(({ url, ...rest }) => ({ ...rest, url: pathOf(url) }))
		.filter(({ url }) => /^\/workflow(-history)?\//.test(url))
		.map(({ method, url, body }) => {
			const { pathname, searchParams } = new URL(url, 'https://example.com');
			const parts = pathname.split('/').map((part) => (isId(part) ? '{id}' : part));
			return { method, path: parts.join('/'), query: [...searchParams.keys()], body: keysOf(body?.raw) };
		});
}

/** What OpenText's own collections show; undefined when they are not here. */
export function collectionCalls(folder: string = FOLDER): Call[] | undefined {
	if (!existsSync(folder)) return undefined;
	const files = readdirSync(folder).filter((name) => name.endsWith('.postman_collection.json'));
	return files.length > 0 ? files.flatMap((name) => callsIn(path.join(folder, name))) : undefined;
}
