import { hasBody, headerOf, mediaType, subjectOf } from './exchange';
import type { RecordedExchange } from './exchange';
import type { Problem } from './problem';
import { isJsonObject, objectOf } from './spec/json';
import type { JsonObject } from './spec/json';
import type { Operation, SpecSet } from './spec/specSet';
import { addressOf } from './validateRequest';

type Finding = Omit<Problem, 'subject'>;

/** Faults that the sandbox shows on request replace its answer. */
const ANSWERS_REPLACED_BY = new Set(['status', 'html', 'resetBefore', 'resetAfter']);

/** With these an answer holds only some of the fields, whatever its schema requires (BigCommerce reference 2.3). */
const FIELD_SELECTIONS = ['include_fields', 'exclude_fields'];

/** Statuses for an address that no description has (BigCommerce reference 2.5). */
const NOWHERE = new Set([401, 404, 405]);

/**
 * Checks an answer against the vendor's descriptions: the status is documented for the operation or is one that any
 * operation may answer, and the body fits the schema of that status. Answers that a fault replaced are not looked at.
 */
export function validateResponse(specs: SpecSet, exchange: RecordedExchange): Problem[] {
	if (exchange.status === 0 || ANSWERS_REPLACED_BY.has(exchange.fault ?? '')) return [];
	const subject = subjectOf(exchange);
	const { pathname } = addressOf(exchange.url);
	if (!specs.vendor.covers(pathname)) return [];
	const { operations } = specs.find(exchange.method, pathname);
	if (operations.length === 0) {
		return NOWHERE.has(exchange.status)
			? []
			: [{ subject, at: 'status', message: 'no description has this operation; 404 or 405 expected' }];
	}
	const findings = operations.map((operation) => findingsOf(specs, operation, exchange));
	const [fewest] = findings.sort((left, right) => left.length - right.length);
	return fewest.map((finding) => ({ subject, ...finding }));
}

const schemaOf = (specs: SpecSet, file: string, response: unknown) =>
	objectOf(objectOf(specs.resolve(file, response).content)['application/json']).schema;

function findingsOf(specs: SpecSet, described: Operation, exchange: RecordedExchange): Finding[] {
	const { file, version, pointer, operation } = described;
	const responses = objectOf(operation.responses);
	const documented = responses[String(exchange.status)];
	const rule = `${file}#${pointer}/responses/${exchange.status}`;
	if (documented === undefined && !isCrossCutting(specs, described, exchange)) {
		const listed = Object.keys(responses).join(', ');
		const message = `${exchange.status} is not documented here (${listed}) and not one that any operation may answer`;
		return [{ at: 'status', message, rule: `${file}#${pointer}/responses` }];
	}
	const schema = documented === undefined ? undefined : schemaOf(specs, file, documented);
	const isDescribed = isJsonObject(schema) && Object.keys(schema).length > 0;
	const expected = isDescribed ? schema : fallback(specs, version, exchange.status);
	if (isPage(specs, exchange)) return [];
	return bodyFindings(specs, file, expected, exchange).map((finding) => ({
		...finding,
		rule: isDescribed ? rule : specs.vendor.errorSource,
	}));
}

/** A page that somebody else than the API answered with. */
const isPage = ({ vendor }: SpecSet, { status, responseHeaders }: RecordedExchange): boolean =>
	vendor.pageStatuses.has(status) && mediaType(headerOf(responseHeaders, 'content-type')) === 'text/html';

/** Errors without a described body have the form of their API version; a success without one has no body. */
const fallback = ({ vendor }: SpecSet, version: string, status: number): JsonObject | undefined =>
	status >= 400 ? vendor.errorBodies[version] : undefined;

function isCrossCutting(specs: SpecSet, { file, version, operation }: Operation, exchange: RecordedExchange) {
	const listed = objectOf(operation.responses)['200'];
	const request = {
		version,
		method: exchange.method.toUpperCase(),
		hasRequestBody: hasBody(exchange.requestBody),
		isBareList: specs.resolve(file, schemaOf(specs, file, listed)).type === 'array',
	};
	return specs.vendor.statuses.some(({ status, applies }) => status === exchange.status && applies(request));
}

function bodyFindings(
	specs: SpecSet,
	file: string,
	schema: JsonObject | undefined,
	{ url, status, responseHeaders, responseBody }: RecordedExchange,
): Finding[] {
	// 204 has no body (RFC 9110, 15.3.5), also where the description shows one for it.
	if (status === 204 || schema === undefined) {
		return hasBody(responseBody) ? [{ at: 'response body', message: 'must be empty' }] : [];
	}
	if (!hasBody(responseBody)) return [{ at: 'response body', message: 'is missing' }];
	const type = mediaType(headerOf(responseHeaders, 'content-type'));
	if (type !== undefined && !/^application\/([a-z.+-]+\+)?json$/.test(type)) {
		return [{ at: 'response header content-type', message: `must be JSON, got ${type}` }];
	}
	const { searchParams } = addressOf(url);
	const selects = FIELD_SELECTIONS.some((name) => searchParams.has(name));
	return specs
		.check(file, schema, 'response', responseBody)
		.filter(({ keyword }) => !(selects && keyword === 'required'))
		.map(({ pointer, message }) => ({ at: `response body ${pointer}`.trim(), message }));
}
