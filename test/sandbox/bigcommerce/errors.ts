import type { FastifyReply, FastifyRequest } from 'fastify';

const TYPE = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

/** An answer that refuses a request; shown as an array under V2 and as an object under V3 (BigCommerce reference 2.6). */
export class ApiError extends Error {
	/**
	 * @param status HTTP status
	 * @param message V2 `message`, V3 `title`
	 * @param errors V3: field path to message
	 * @param detail V3: `detail`
	 */
	constructor(
		readonly status: number,
		message: string,
		readonly errors?: Record<string, string>,
		readonly detail?: string,
	) {
		super(message);
	}

	/** The V3 error object. */
	toV3(): object {
		return {
			status: this.status,
			title: this.message,
			type: TYPE,
			...(this.detail === undefined ? {} : { detail: this.detail }),
			...(this.errors === undefined ? {} : { errors: this.errors }),
		};
	}
}

/** Refusals of an array that say what is wrong with each row, under `batch_errors` (BigCommerce reference 2.6). */
export class BatchError extends ApiError {
	constructor(
		message: string,
		private readonly rows: (plain: object) => object[],
		errors?: Record<string, string>,
	) {
		super(422, message, errors);
	}

	override toV3() {
		return { batch_errors: this.rows(super.toV3()) };
	}
}

export const notFound = () => new ApiError(404, 'The requested resource was not found.');

export const malformedJson = () => new ApiError(400, 'Input is invalid', undefined, 'Syntax error');

export const invalidData = (errors: Record<string, string>) =>
	new ApiError(422, 'JSON data is missing or invalid', errors);

/** What the server itself refuses, in the vendor's words. */
const SERVER_ERRORS: Record<string, ApiError> = {
	FST_ERR_CTP_INVALID_MEDIA_TYPE: new ApiError(415, 'The Content-Type of the request is not supported.'),
	FST_ERR_CTP_BODY_TOO_LARGE: new ApiError(413, 'The request payload is too large.'),
	FST_ERR_BAD_URL: new ApiError(400, 'Input is invalid', undefined, 'The URL is malformed'),
};

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';

/** Any failure as a refusal; what nobody foresaw is the sandbox's own fault and becomes a 500 that says so. */
export function asApiError(error: unknown): ApiError {
	if (error instanceof ApiError) return error;
	return (
		SERVER_ERRORS[codeOf(error)] ??
		new ApiError(500, `The sandbox failed: ${error instanceof Error ? error.message : String(error)}`)
	);
}

/** Which refusals of promotions and their codes list what is wrong, and which have words of their own (BigCommerce reference 10.3). */
const OF_PROMOTIONS: Readonly<Record<string, { listed: string[]; worded: string[] }>> = {
	codegen: { listed: ['POST 422'], worded: ['POST 403', 'POST 405'] },
	codes: { listed: ['DELETE 422'], worded: [] },
	promotions: {
		listed: ['GET', 'POST', 'PUT', 'DELETE'].flatMap((method) => [`${method} 404`, `${method} 422`]),
		worded: ['POST 403'],
	},
};

function promotionError(refusal: ApiError, request: FastifyRequest): unknown {
	const { status, message } = refusal;
	const part = /\/(codes|codegen)\//.exec(pathOf(request))?.[1] ?? 'promotions';
	const { listed, worded } = OF_PROMOTIONS[part];
	const call = `${request.method} ${status}`;
	if (worded.includes(call)) return { status: String(status), title: message, error: message };
	if (!listed.includes(call)) return refusal.toV3();
	const each = call === 'DELETE 422' ? refusal.toV3() : { status, title: message };
	return { errors: [each] };
}

/** Categories, and trees unless they are written, put the whole error under `errors`, beside how many were saved (category-trees_catalog.v3.yml). */
function categoryError(refusal: ApiError, { body }: FastifyRequest): unknown {
	if (refusal.status !== 422) return refusal.toV3();
	const total = Array.isArray(body) ? body.length : 0;
	return { errors: refusal.toV3(), meta: { total, success: 0, failed: total } };
}

/** Below which part of the API errors have which form. */
const FORMS: Readonly<Record<string, (refusal: ApiError, request: FastifyRequest) => unknown>> = {
	'v2/': ({ status, message }) => [{ status, message }],
	'v3/promotions/': promotionError,
	'v3/catalog/trees/categories/': categoryError,
	'v3/catalog/trees/': (refusal, request) =>
		request.method === 'PUT' ? refusal.toV3() : categoryError(refusal, request),
	'v3/': (refusal) => refusal.toV3(),
};

const pathOf = ({ url }: FastifyRequest): string =>
	`${url.split('?')[0].replace(/^\/bigcommerce\/stores\/[^/]+\//, '')}/`;

function bodyOf(refusal: ApiError, request: FastifyRequest): unknown {
	const path = pathOf(request);
	const form = Object.entries(FORMS).find(([start]) => path.startsWith(start))?.[1];
	return form ? form(refusal, request) : refusal.toV3();
}

/** Sends an error in the dialect of the version that was called. */
export async function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
	const refusal = asApiError(error);
	await reply.code(refusal.status).send(bodyOf(refusal, request));
}
