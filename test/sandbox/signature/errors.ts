import type { FastifyReply } from 'fastify';

/** An answer other than success; `body` is what goes out, text as HTML (Core Signature reference 3.3). */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: unknown,
		readonly headers: Record<string, string> = {},
	) {
		super(typeof body === 'string' ? body : JSON.stringify(body));
	}
}

const detail = (status: number, text: string, headers?: Record<string, string>) =>
	new Refusal(status, { detail: text }, headers);

const html = (status: number, title: string) =>
	new Refusal(
		status,
		`<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
	);

/** A map of field names to texts or nested maps. */
export const invalid = (errors: Record<string, unknown>) => new Refusal(400, errors);
export const broken = (text: string) => detail(400, text);
export const notFound = () => detail(404, 'Not found.');
/** An address that no route has, also one without its last slash: Django's page (reference 3.3, inferred). */
export const unknownPath = () => html(404, 'Not Found');
export const tooLarge = () => html(413, 'Request Entity Too Large');
export const methodNotAllowed = (method: string, allow: string) =>
	detail(405, `Method "${method}" not allowed.`, { allow });
export const unsupportedType = (type: string) => detail(415, `Unsupported media type "${type}" in request.`);
export const notAuthenticated = (text: string) => detail(401, text, { 'www-authenticate': 'Bearer' });
export const throttled = (seconds: number) =>
	detail(429, `Request was throttled. Expected available in ${seconds} seconds.`, {
		'retry-after': String(seconds),
	});

interface ServerError extends Error {
	code?: string;
	statusCode?: number;
}

/** Errors of the server itself, by its code, as the service puts them. */
const SERVER_ERRORS: Record<string, (contentType: string) => Refusal> = {
	FST_ERR_CTP_INVALID_MEDIA_TYPE: unsupportedType,
	FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
};

/** Answers what went wrong; what nobody foresaw is a 500 with its text. */
export async function sendError(error: ServerError, contentType: string, reply: FastifyReply): Promise<void> {
	const known =
		error instanceof Refusal
			? error
			: (SERVER_ERRORS[error.code ?? '']?.(contentType) ?? detail(error.statusCode ?? 500, error.message));
	if (typeof known.body === 'string') reply.type('text/html; charset=utf-8');
	await reply.code(known.status).headers(known.headers).send(known.body);
}
