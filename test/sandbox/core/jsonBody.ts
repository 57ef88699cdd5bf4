import type { FastifyInstance } from 'fastify';

/**
 * Reads bodies as JSON in one part of the server; an empty body is no body, whatever type a client names for it.
 * @param contentType 'application/json' refuses every other type (415), '*' takes the name of the type as decoration
 * @param malformed makes the error for text that is not JSON
 */
export function acceptJson(
	app: FastifyInstance,
	contentType: 'application/json' | '*',
	malformed: () => Error,
): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(contentType, { parseAs: 'string' }, (_request, body, done) => {
		const text = body.toString();
		try {
			done(null, text === '' ? undefined : JSON.parse(text));
		} catch {
			done(malformed());
		}
	});
}
