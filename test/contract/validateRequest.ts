import { hasBody, headerOf, mediaType, subjectOf } from './exchange';
import type { RecordedExchange } from './exchange';
import { checkValue, parametersOf } from './parameters';
import type { Parameter } from './parameters';
import type { Problem } from './problem';
import { isJsonObject, objectOf, textOf } from './spec/json';
import type { Operation, SpecSet } from './spec/specSet';

/** A request's URL taken apart; the host is of no interest. */
export const addressOf = (url: string) => new URL(url, 'https://api.bigcommerce.com');

/** What is wrong, where, by which rule; the subject is added once for all. */
type Finding = Omit<Problem, 'subject'>;

/**
 * Checks a request against the vendor's descriptions: the operation exists, path and query parameters are known and
 * well-typed, required headers are there, the body fits its schema and names no property that the schema does not list.
 */
export function validateRequest(specs: SpecSet, exchange: RecordedExchange): Problem[] {
	const subject = subjectOf(exchange);
	const { pathname } = addressOf(exchange.url);
	if (!specs.vendor.covers(pathname)) return [];
	const { operations, methods } = specs.find(exchange.method, pathname);
	if (operations.length === 0) {
		const message =
			methods.length === 0
				? `no description has ${pathname}`
				: `no description offers this method at ${pathname}, only ${methods.join(', ')}`;
		return [{ subject, at: 'operation', message }];
	}
	const findings = operations.map((operation) => findingsOf(specs, operation, exchange));
	// Two files may describe one operation, an old one and a new one: the request need fit only one of them.
	const [fewest] = findings.sort((left, right) => left.length - right.length);
	return fewest.map((finding) => ({ subject, ...finding }));
}

const findingsOf = (specs: SpecSet, operation: Operation, exchange: RecordedExchange): Finding[] => {
	const parameters = parametersOf(specs, operation);
	const rule = `${operation.file}#${operation.pointer}`;
	return [
		...pathFindings(specs, operation, parameters),
		...queryFindings(specs, operation, parameters, exchange),
		...headerFindings(specs.vendor.authHeader, parameters, exchange),
		...bodyFindings(specs, operation, exchange),
	].map((finding) => ({ ...finding, rule }));
};

const pathFindings = (specs: SpecSet, { file, pathValues }: Operation, parameters: Parameter[]): Finding[] =>
	parameters
		.filter((parameter) => parameter.in === 'path' && parameter.name in pathValues)
		.flatMap((parameter) =>
			checkValue(specs, file, parameter, [pathValues[parameter.name]]).map((message) => ({
				at: `path ${parameter.name}`,
				message,
			})),
		);

function queryFindings(
	specs: SpecSet,
	{ file }: Operation,
	parameters: Parameter[],
	{ url }: RecordedExchange,
): Finding[] {
	const query = addressOf(url).searchParams;
	const described = new Map(
		parameters
			.filter((parameter) => parameter.in === 'query')
			.map((parameter) => [parameter.name, parameter]),
	);
	const names = new Set(query.keys());
	const missing = [...described.values()]
		.filter(({ required, name }) => required && !names.has(name))
		.map(({ name }) => ({ at: `query ${name}`, message: 'is required' }));
	const wrong = [...names].flatMap((name) => {
		const parameter = described.get(name);
		const messages =
			parameter === undefined
				? ['the description has no such query parameter']
				: checkValue(specs, file, parameter, query.getAll(name));
		return messages.map((message) => ({ at: `query ${name}`, message }));
	});
	return [...missing, ...wrong];
}

function headerFindings(
	authHeader: string,
	parameters: Parameter[],
	{ requestHeaders, requestBody }: RecordedExchange,
): Finding[] {
	const required = parameters.filter((parameter) => parameter.in === 'header' && parameter.required);
	const names = new Set(required.map(({ name }) => name.toLowerCase()));
	// The security scheme of every operation is this header (BigCommerce reference 1.2, Core Signature reference 2.1).
	names.add(authHeader);
	// Content-Type goes with a body, and only with one (BigCommerce reference 1.2), whatever the operation lists.
	if (hasBody(requestBody)) names.add('content-type');
	else names.delete('content-type');
	return [...names]
		.filter((name) => headerOf(requestHeaders, name) === undefined)
		.map((name) => ({ at: `header ${name}`, message: 'is required' }));
}

function bodyFindings(
	specs: SpecSet,
	{ file, operation }: Operation,
	{ requestHeaders, requestBody }: RecordedExchange,
): Finding[] {
	const described = specs.resolve(file, operation.requestBody);
	if (!hasBody(requestBody)) {
		return described.required === true ? [{ at: 'request body', message: 'is required' }] : [];
	}
	if (!isJsonObject(operation.requestBody)) {
		return [{ at: 'request body', message: 'the description has no body here' }];
	}
	const content = objectOf(described.content);
	const type = mediaType(headerOf(requestHeaders, 'content-type'));
	if (type !== undefined && !(type in content)) {
		return [
			{ at: 'header content-type', message: `must be ${Object.keys(content).join(' or ')}, got ${type}` },
		];
	}
	const { schema } = objectOf(content[textOf(type) ?? 'application/json']);
	return specs
		.check(file, schema, 'request', requestBody)
		.map(({ pointer, message }) => ({ at: `request body ${pointer}`.trim(), message }));
}
