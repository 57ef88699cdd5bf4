import { explain, type Subject } from '../../../../../nodes/BigCommerce/transport/storeErrors';
import type { Broken, Reply } from '../../../../../nodes/shared/send';

const SUBJECT: Subject = { name: 'order 7', scope: 'Orders' };
const RESET: Broken = { status: 0, code: 'ECONNRESET', neverSent: false };
const REFUSED: Broken = { status: 0, code: 'ECONNREFUSED', neverSent: true };

const status = (code: number): Reply => ({ status: code, headers: {}, body: '' });

const KNOWN = [400, 401, 403, 404, 405, 409, 413, 414, 422, 423, 429, 431, 501, 507];
const UNKNOWN = [301, 304, 406, 415, 418, 500, 502, 503, 504];

describe('what a user is told about a refusal', () => {
	it.each([...KNOWN, ...UNKNOWN])('says for %i what happened and what to do next', (code) => {
		for (const method of ['PUT', 'GET'] as const) {
			const { what, next } = explain(status(code), SUBJECT, method);
			expect(what).toMatch(/^[A-Z].*[^.]$/);
			expect(next).toMatch(/\.$/);
			// guide, section 14
			expect(`${what} ${next}`).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
		}
	});

	it.each([414, 431])('says for %i that something is too long, which no later run makes shorter', (code) => {
		expect(explain(status(code), SUBJECT, 'GET').next).toMatch(/^Shorten /);
	});

	it.each([400, 403, 404, 405, 409, 413, 414, 422, 423, 431, 500, 501, 507])(
		'names the record for %i',
		(code) => {
			expect(explain(status(code), SUBJECT, 'PUT').what).toContain('order 7');
		},
	);

	it.each([
		['GET', '"Orders: read-only"', 'may not read order 7'],
		['HEAD', '"Orders: read-only"', 'may not read order 7'],
		['PUT', '"Orders: modify"', 'may not change order 7'],
		['POST', '"Orders: modify"', 'may not change order 7'],
		['DELETE', '"Orders: modify"', 'may not change order 7'],
	] as const)('names the scope that is missing for %s: read-only for reads', (method, scope, said) => {
		const { what, next } = explain(status(403), SUBJECT, method);
		expect(what).toContain(said);
		expect(next).toContain(scope);
	});

	it('names no scope where the object that a webhook tells of decides', () => {
		expect(explain(status(403), { name: 'webhook 1' }, 'PUT').next).toContain('the scope of the object');
	});

	it.each([
		['the list of customers', 'BigCommerce knows no list of customers in this store', /store hash/, /\bID\b/],
		[
			'the list of images of product 111',
			'BigCommerce knows no list of images of product 111 in this store',
			/\bID\b/,
			/plan/,
		],
	])('sends who looks for %s to what can be wrong with a list', (name, said, named, left) => {
		const { what, next } = explain(status(404), { name, scope: 'Customers' }, 'GET');
		expect(what).toBe(said);
		expect(next).toMatch(named);
		expect(next).not.toMatch(left);
	});

	it('sends a 401 to the credential', () => {
		expect(explain(status(401), SUBJECT, 'PUT').next).toMatch(/BigCommerce credential/);
	});

	const UNREAD: Broken = { ...RESET, code: 'HTTP 200', instead: 'a web page' };

	it.each<[string, Reply | Broken]>([
		['a server error', status(503)],
		['a broken connection', RESET],
		['a connection that was never made', REFUSED],
		['an answer that cannot be read', UNREAD],
	])('sends the user to the store after %s of a write, and promises nothing', (_what, last) => {
		expect(explain(last, SUBJECT, 'PUT').next).toBe(
			'Look at order 7 in the store before you run this item again.',
		);
		expect(explain(last, SUBJECT, 'GET').next).toBe('Run again in a while.');
	});

	it('says what came in place of an answer', () => {
		expect(explain(UNREAD, SUBJECT, 'GET').what).toBe('BigCommerce answered with a web page for order 7');
	});

	it.each([...KNOWN, ...UNKNOWN])('says nowhere what was done, which only the ledger knows: %i', (code) => {
		for (const method of ['PUT', 'GET'] as const) {
			const { what, next } = explain(status(code), SUBJECT, method);
			expect(`${what} ${next}`).not.toMatch(/nothing was|not known/i);
		}
	});

	it.each([405, 501])('sends nobody to the credential for %i: this store does not offer it', (code) => {
		const { what, next } = explain(status(code), SUBJECT, 'DELETE');
		expect(what).toBe('BigCommerce does not offer this for order 7 in this store');
		expect(next).not.toContain('credential');
	});

	it('names the limit of the plan for 507', () => {
		const { what, next } = explain(status(507), SUBJECT, 'POST');
		expect(`${what} ${next}`).toMatch(/plan of the store.*higher limit/);
	});

	it('sends a redirect to the base URL', () => {
		expect(explain(status(301), SUBJECT, 'GET').next).toContain('base URL');
	});
});
