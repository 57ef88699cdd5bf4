import type { FastifyInstance } from 'fastify';

import { readForm } from '../../core/multipart';
import type { Upload } from '../documents';
import { broken, unsupportedType } from '../errors';
import type { Switches } from '../switches';

/** 100 MB of JSON and a little more: base64 adds a third to a file (Core Signature reference 8, point 13). */
export const BODY_LIMIT = 110 * 1024 * 1024;

/** A multipart body: text parts and the part `file` (reference 7.3). */
export class Multipart {
	constructor(
		readonly fields: Record<string, string>,
		readonly file: Upload | undefined,
	) {}
}

async function readMultipart(body: Buffer, contentType: string): Promise<Multipart> {
	const { fields, files } = await readForm(body, contentType).catch(() => {
		throw broken('Multipart form parse error - Invalid boundary in multipart.');
	});
	return new Multipart(fields, 'file' in files ? files.file : undefined);
}

/** JSON, also an empty body under a JSON content type; forms only for the token end points (reference 3.1). */
export function acceptJsonBodies(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		/^application\/json/,
		{ parseAs: 'string', bodyLimit: BODY_LIMIT },
		async (_: unknown, body: string) => {
			if (body.trim() === '') return undefined;
			try {
				const parsed: unknown = JSON.parse(body);
				return parsed;
			} catch (error) {
				throw broken(`JSON parse error - ${error instanceof Error ? error.message : ''}`);
			}
		},
	);
	refuseOtherBodies(app);
}

/** An empty body is no body, whatever type a client names for it; any other content is 415. */
function refuseOtherBodies(app: FastifyInstance): void {
	app.addContentTypeParser(
		'*',
		{ parseAs: 'buffer', bodyLimit: BODY_LIMIT },
		async ({ headers }: { headers: { 'content-type'?: string } }, body: Buffer) => {
			if (body.length > 0) throw unsupportedType(headers['content-type'] ?? '');
			return undefined;
		},
	);
}

/** Multipart bodies, while the switch says so. */
export function acceptMultipartBodies(app: FastifyInstance, switches: () => Switches): void {
	app.addContentTypeParser(
		/^multipart\/form-data/,
		{ parseAs: 'buffer', bodyLimit: BODY_LIMIT },
		async ({ headers }: { headers: { 'content-type'?: string } }, body: Buffer) => {
			const type = headers['content-type'] ?? '';
			if (!switches().acceptMultipart) throw unsupportedType(type);
			return await readMultipart(body, type);
		},
	);
}

/** Forms of the token end points. */
export function acceptFormBodies(app: FastifyInstance): void {
	app.addContentTypeParser(
		/^application\/x-www-form-urlencoded/,
		{ parseAs: 'string' },
		async (_: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
	);
}
