import { explain } from '../../../../../nodes/OpenTextCoreSignature/transport/signatureErrors';

const reply = (status: number, body: unknown = '') => ({ status, headers: {}, body });

describe('what a user reads when Core Signature refuses', () => {
	it.each([
		[400, /did not accept the values sent for document 1/, /Correct the value/],
		[401, /does not accept the sign-in/, /credential/],
		[403, /may not do this with document 1/, /subscription/],
		[404, /knows no document 1/, /Check the ID/],
		[413, /file for document 1 is larger/, /smaller file/],
		[414, /for document 1 is longer/, /Shorten/],
		[415, /kind of content for document 1/, /PDF/],
		[429, /too many requests/, /later/],
		[431, /for document 1 is longer/, /Shorten/],
	])('after %i says what happened and what to do', (status, what, next) => {
		const advice = explain(reply(status), 'document 1', 'POST');
		expect(advice.what).toMatch(what);
		expect(advice.next).toMatch(next);
		expect(advice.next).not.toMatch(/Nothing was/);
		expect(`${advice.what} ${advice.next}`).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
	});

	it('leaves what was done to the ledger, and names the key by which it can be looked for', () => {
		const broken = { status: 0, code: 'ECONNRESET', neverSent: false } as const;
		expect(explain(broken, 'document 1', 'POST').next).toMatch(/external ID/);
		expect(explain(broken, 'document 1', 'GET').next).toBe('Run again in a while.');
		expect(explain(reply(500), 'document 1', 'POST').next).toMatch(/external ID/);
	});

	it('points to the host when nobody can be reached there', () => {
		const unreachable = { status: 0, code: 'ENOTFOUND', neverSent: true } as const;
		expect(explain(unreachable, 'document 1', 'POST')).toEqual({
			what: 'Core Signature cannot be reached',
			next: expect.stringMatching(/host in the credential/),
		});
	});
});
