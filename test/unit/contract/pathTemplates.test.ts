import { compareSpecificity, matchTemplate, scanPaths, scanScopes } from '../../contract/spec/pathTemplates';

const description = (url: string) => `openapi: '3.0.3'
servers:
  - url: '${url}'
    variables: {}
paths:
  /orders:
    get:
      summary: '/not-a-path:'
  '/orders/{order_id}':
    get: {}
components:
  /neither:
`;

describe('the paths of a description', () => {
	it('are read from its text, under the base path of its server', () => {
		expect(scanPaths('a.yml', description('https://api.bigcommerce.com/stores/{store_hash}/v2'))).toEqual([
			{
				file: 'a.yml',
				version: 'v2',
				template: '/stores/{store_hash}/v2/orders',
				pointer: '/paths/~1orders',
			},
			{
				file: 'a.yml',
				version: 'v2',
				template: '/stores/{store_hash}/v2/orders/{order_id}',
				pointer: '/paths/~1orders~1{order_id}',
			},
		]);
	});

	it('of another host are left out', () => {
		expect(scanPaths('a.yml', description('https://payments.bigcommerce.com/stores/{store_hash}'))).toEqual(
			[],
		);
	});
});

describe('a path template', () => {
	it('gives the decoded values of its parameters', () => {
		expect(matchTemplate('/stores/{store_hash}/v2/orders/{order_id}', '/stores/a%20b/v2/orders/1')).toEqual({
			store_hash: 'a b',
			order_id: '1',
		});
	});

	it.each([
		'/stores/x/v2/orders',
		'/stores/x/v3/orders/1',
		'/stores/x/v2/orders/',
		'/stores/x/v2/orders/1/fees',
	])('does not fit %s', (path) => {
		expect(matchTemplate('/stores/{store_hash}/v2/orders/{order_id}', path)).toBeUndefined();
	});

	it('with a literal segment goes before one with a parameter', () => {
		expect(['/orders/{id}', '/orders/count'].sort(compareSpecificity)).toEqual([
			'/orders/count',
			'/orders/{id}',
		]);
		expect(compareSpecificity('/orders/{id}', '/orders/{order_id}')).toBe(0);
	});
});

it('the scopes of a callback file are read from its text', () => {
	expect(scanScopes('type: object\nproperties:\n  store/order/created:\n    type: object\n')).toEqual([
		'store/order/created',
	]);
});
