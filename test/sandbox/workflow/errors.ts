/** Texts of `message` by status (Workflow Service reference 3.7, inferred there from Flowable). */
const MESSAGES: Record<number, string> = {
	400: 'Bad request',
	403: 'Forbidden',
	404: 'Not found',
	409: 'Conflict',
	415: 'Content is not supported',
	500: 'Internal server error',
};

/** An answer of the Workflow Service itself: JSON with `message` and `exception` (reference 3.7). */
export class ServiceError extends Error {
	constructor(
		readonly status: number,
		exception: string,
		private readonly title?: string,
	) {
		super(exception);
	}

	get body() {
		return { message: this.title ?? MESSAGES[this.status] ?? 'Error', exception: this.message };
	}
}

/** An answer of the gateway before the service is reached: JSON with `fault` (reference 2.4). */
export class GatewayFault extends Error {
	constructor(
		readonly status: number,
		faultstring: string,
		private readonly errorcode: string,
		readonly headers: Record<string, string> = {},
	) {
		super(faultstring);
	}

	get body() {
		return { fault: { faultstring: this.message, detail: { errorcode: this.errorcode } } };
	}
}

/** An answer of the token endpoint: OAuth 2.0's `error` and `error_description` (reference 2.4). */
export class TokenError extends Error {
	constructor(
		readonly status: number,
		private readonly error: string,
		description: string,
	) {
		super(description);
	}

	get body() {
		return { error: this.error, error_description: this.message };
	}
}

export const badRequest = (exception: string) => new ServiceError(400, exception);
export const notFound = (what: string, id: string) =>
	new ServiceError(404, `Could not find a ${what} with id '${id}'.`);
