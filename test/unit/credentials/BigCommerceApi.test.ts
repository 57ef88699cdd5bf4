import { Workflow, type IAuthenticateRuleBase, type INodeTypes } from 'n8n-workflow';
import { mock } from 'jest-mock-extended';
import get from 'lodash/get';
import { BigCommerceApi } from '../../../credentials/BigCommerceApi.credentials';

const credential = new BigCommerceApi();

const nodeTypes = mock<INodeTypes>();

/** An expression of the credential, worked out the way n8n does. */
const resolved = (expression: string | undefined, values: Record<string, string>): unknown => {
	const workflow = new Workflow({ id: '1', nodes: [], connections: {}, active: false, nodeTypes });
	return workflow.expression.getComplexParameterValue(
		{ id: '1', name: 'n', type: 't', typeVersion: 1, position: [0, 0], parameters: {} },
		expression ?? '',
		'internal',
		{ $credentials: values },
		undefined,
		undefined,
	);
};

describe('the BigCommerce credential', () => {
	const { request, rules = [] } = credential.test;

	it.each([
		['https://api.bigcommerce.com', 'https://api.bigcommerce.com'],
		['https://api.bigcommerce.com//', 'https://api.bigcommerce.com'],
		['http://127.0.0.1:4010/bigcommerce/', 'http://127.0.0.1:4010/bigcommerce'],
	])('tests at the base URL %s', (baseUrl, expected) => {
		expect(resolved(request.baseURL, { baseUrl })).toBe(expected);
	});

	it('tests the store with the cheapest call there is (reference 1.2)', () => {
		expect(resolved(request.url, { storeHash: ' abc123 ' })).toBe('/stores/abc123/v2/time');
	});

	it('does not let a store hash change the address', () => {
		expect(resolved(request.url, { storeHash: '../x?y' })).toBe('/stores/..%2Fx%3Fy/v2/time');
	});

	it('signs with the access token and nothing else, and keeps what the request brought along', async () => {
		const request = { url: 'https://example.com', headers: { Accept: 'application/json' } };
		const signed = await credential.authenticate({ accessToken: 't', clientSecret: 's' }, request);
		expect(signed).toEqual({
			url: 'https://example.com',
			headers: { Accept: 'application/json', 'X-Auth-Token': 't' },
		});
		expect(request.headers).toEqual({ Accept: 'application/json' });
	});

	it.each([
		[401, /does not accept this access token/],
		[403, /"Information & Settings: read-only"/],
		[404, /no store with this hash/],
		[429, /Wait half a minute/],
		[503, /maintenance or overloaded/],
	])('says what is wrong when a test ends with %i, and what to do', (status, text) => {
		const said = rules.flatMap((rule) =>
			rule.type === 'responseCode' && rule.properties.value === status ? [rule.properties.message] : [],
		);
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(text);
		expect(said[0]).toMatch(/\. \S.*\.$/);
		expect(said[0]).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
	});

	/** As n8n's tester (2.41) judges a good status: a rule of this kind strikes when the value at its key is the given one. */
	const struckBy = (body: unknown) =>
		rules
			.map((rule): IAuthenticateRuleBase => rule)
			.filter(({ type }) => type === 'responseSuccessBody')
			.filter(({ properties }) => get(body, properties.key) === properties.value);

	it.each(['<html>Sign in</html>', '', {}, { data: [] }, { message: 'ok' }, ['x'], { id: 7 }])(
		'does not pass with 200 and %j: that is not the time of a store',
		(body) => {
			expect(struckBy(body)).toHaveLength(1);
			expect(struckBy(body)[0].properties.message).toMatch(/not BigCommerce.*Check the base URL/);
		},
	);

	it('passes with the time of the store, however often the credential was made', () => {
		expect(struckBy({ time: 1_700_000_000 })).toEqual([]);
		expect(new BigCommerceApi().test.rules).toEqual(rules);
	});

	it('keeps what is secret in password fields, and only that', () => {
		const secret = credential.properties
			.filter(({ typeOptions }) => typeOptions?.password)
			.map(({ name }) => name);
		expect(secret).toEqual(['accessToken', 'clientSecret']);
	});

	it('needs hash and token; the rest is optional', () => {
		const required = credential.properties.filter((property) => property.required).map(({ name }) => name);
		expect(required).toEqual(['storeHash', 'accessToken']);
	});
});
