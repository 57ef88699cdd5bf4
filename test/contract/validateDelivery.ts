import type { Problem } from './problem';
import { isJsonObject, objectOf } from './spec/json';
import type { JsonObject } from './spec/json';
import type { SpecSet } from './spec/specSet';

/**
 * The callback schemas require nothing; the text of reference/webhooks.v3.yml says that all callbacks have this structure
 * (BigCommerce reference 12.2). A stand-in sends all of it; a client treats all but scope and data as optional.
 */
const ENVELOPE = ['scope', 'store_id', 'producer', 'created_at', 'hash', 'data'];

/** SHA-1 of the payload, in hexadecimal; the order of its fields is not published, so only the form can be checked. */
const SHA_1 = /^[0-9a-f]{40}$/;
const PRODUCER = /^stores\/\S+$/;

/** Fields that only some events of a scope carry (BigCommerce reference 12.3). */
const NOT_ALWAYS: Partial<Record<string, string[]>> = {
	// what was overridden, and for which channel and language; "only updates to overrides" have them, says the schema
	'store/product/updated': ['context', 'properties'],
};

/** Checks the body of a webhook delivery against the callback schema of its scope. */
export function validateDelivery(specs: SpecSet, body: unknown): Problem[] {
	const { scope } = objectOf(body);
	const subject = `delivery ${typeof scope === 'string' ? scope : 'without scope'}`;
	if (!isJsonObject(body) || typeof scope !== 'string') {
		return [{ subject, at: 'scope', message: 'is required and a string' }];
	}
	const callback = specs.callback(scope);
	if (callback === undefined) return [{ subject, at: 'scope', message: 'no callback schema describes it' }];
	const { file, schema } = callback;
	const { data } = objectOf(schema.properties);
	return [
		...ENVELOPE.filter((name) => body[name] === undefined).map((name) => ({
			at: `/${name}`,
			message: 'is missing',
		})),
		...specs.check(file, schema, 'response', body).map(({ pointer, message }) => ({ at: pointer, message })),
		...missingData(scope, objectOf(data), body.data),
		...malformed(body),
	].map((finding) => ({ subject, ...finding, rule: `${file}#/properties` }));
}

/** A stand-in sends every id that the schema lists for the event: without one of them a reader cannot fetch the resource. */
const missingData = (scope: string, schema: JsonObject, data: unknown) =>
	Object.keys(objectOf(schema.properties))
		.filter((name) => objectOf(data)[name] === undefined && NOT_ALWAYS[scope]?.includes(name) !== true)
		.map((name) => ({ at: `/data/${name}`, message: 'is missing' }));

const malformed = ({ hash, producer }: JsonObject) => [
	...(typeof hash === 'string' && !SHA_1.test(hash)
		? [{ at: '/hash', message: 'must be a SHA-1 in hexadecimal' }]
		: []),
	...(typeof producer === 'string' && !PRODUCER.test(producer)
		? [{ at: '/producer', message: 'must be stores/{store_hash}' }]
		: []),
];
