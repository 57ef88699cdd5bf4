import { explain } from '../../../../../nodes/BigCommerce/transport/storeErrors';
import type { Broken, Reply } from '../../../../../nodes/shared/send';

const SUBJECT = { name: 'order 7', scope: 'Orders: modify' };
const RESET: Broken = { status: 0, code: 'ECONNRESET', neverSent: false };
const REFUSED: Broken = { status: 0, code: 'ECONNREFUSED', neverSent: true };

const status = (code: number): Reply => ({ status: code, headers: {}, body: '' });

const KNOWN = [400, 401, 403, 404, 409, 413, 422, 423, 429];
const UNKNOWN = [301, 304, 405, 406, 415, 418, 500, 501, 502, 503, 504, 507];

describe('what a user is told about a refusal', () => {
	it.each([...KNOWN, ...UNKNOWN])('says for %i what happened and what to do next', (code) => {
		for (const mayHaveActed of [true, false]) {
			const { what, next } = explain(status(code), SUBJECT, mayHaveActed);
			expect(what).toMatch(/^[A-Z].*[^.]$/);
			expect(next).toMatch(/\.$/);
			// guide, section 14
			expect(`${what} ${next}`).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
		}
	});

	it.each([400, 403, 404, 409, 413, 422, 423, 500])('names the record for %i', (code) => {
		expect(explain(status(code), SUBJECT, true).what).toContain('order 7');
	});

	it('names the scope that a 403 needs', () => {
		expect(explain(status(403), SUBJECT, true).next).toContain('"Orders: modify"');
	});

	it('sends a 401 to the credential', () => {
		expect(explain(status(401), SUBJECT, true).next).toMatch(/BigCommerce credential/);
	});

	it.each<[string, Reply | Broken]>([
		['a server error', status(503)],
		['a broken connection', RESET],
	])('does not promise that nothing was changed after %s of a write', (_what, last) => {
		expect(explain(last, SUBJECT, true).next).toBe(
			'Whether it was carried out is not known. Look in the store before you run this item again.',
		);
	});

	it.each<[string, Reply | Broken, boolean]>([
		['a read', RESET, false],
		['a read', status(503), false],
		['a connection that was never made', REFUSED, true],
		['a 429', status(429), true],
		['a 422', status(422), true],
	])('promises that nothing was changed after %s', (_what, last, mayHaveActed) => {
		expect(explain(last, SUBJECT, mayHaveActed).next).toContain('Nothing was changed.');
	});

	it('sends a redirect to the base URL', () => {
		expect(explain(status(301), SUBJECT, false).next).toContain('base URL');
	});
});
