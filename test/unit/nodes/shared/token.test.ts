import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import {
	refusedSignIn,
	sharedToken,
	SignInRefused,
	tokenKey,
	type TokenSource,
} from '../../../../nodes/shared/token';
import { NODE } from '../../support/node';
import { passTime } from '../../support/time';

let sources = 0;

/** Another source for each test, since tokens are shared in the whole process. */
const source = (more: Partial<TokenSource> = {}): TokenSource => {
	sources += 1;
	return {
		url: `https://us.example.com/tenants/t${sources}/oauth2/token`,
		grant: 'clientCredentials',
		clientId: 'client',
		clientSecret: 'invented-secret',
		...more,
	};
};

interface Exchange {
	http: IHttpRequestHelper;
	sent: IHttpRequestOptions[];
}

type Answer = { statusCode: number; body: unknown } | Error;

const token = (value: string, expires_in?: number): Answer => ({
	statusCode: 200,
	body: { access_token: value, token_type: 'Bearer', expires_in },
});

/** A token end point that gives these answers in turn; the last one stays. */
function endpoint(...answers: Answer[]): Exchange {
	const sent: IHttpRequestOptions[] = [];
	const httpRequest = async (options: IHttpRequestOptions): Promise<unknown> => {
		sent.push(options);
		const answer = answers[Math.min(sent.length, answers.length) - 1];
		await Promise.resolve();
		if (answer instanceof Error) throw answer;
		return answer;
	};
	return { http: { helpers: { httpRequest } }, sent };
}

const form = ({ body }: IHttpRequestOptions) => Object.fromEntries(new URLSearchParams(String(body)));

describe('the shared token', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('asks with client credentials, as a form', async () => {
		const { http, sent } = endpoint(token('a', 3600));
		const asked = source();
		expect(await sharedToken(http, asked)).toBe('a');
		expect(sent[0]).toMatchObject({ method: 'POST', url: asked.url });
		expect(sent[0].headers).toMatchObject({ 'Content-Type': 'application/x-www-form-urlencoded' });
		expect(form(sent[0])).toEqual({
			grant_type: 'client_credentials',
			client_id: 'client',
			client_secret: 'invented-secret',
		});
	});

	it('asks with user name and password, and with a scope when there is one', async () => {
		const { http, sent } = endpoint(token('a', 3600));
		await sharedToken(
			http,
			source({ grant: 'password', username: 'rita@example.com', password: 'p&w=+', scope: 'openid' }),
		);
		expect(form(sent[0])).toMatchObject({
			grant_type: 'password',
			username: 'rita@example.com',
			password: 'p&w=+',
			scope: 'openid',
		});
	});

	it('asks with the further parts that a service wants, and is another token with others', async () => {
		const { http, sent } = endpoint(token('a', 3600), token('b', 3600));
		const asked = source();
		const named = (subscription: string) => ({ ...asked, parameters: { subscription } });
		expect(await sharedToken(http, named('subscription:x&y'))).toBe('a');
		expect(form(sent[0])).toMatchObject({
			grant_type: 'client_credentials',
			subscription: 'subscription:x&y',
		});
		expect(await sharedToken(http, named('subscription:other'))).toBe('b');
		expect(await sharedToken(http, named('subscription:x&y'))).toBe('a');
		expect(tokenKey(asked)).not.toBe(tokenKey(named('subscription:x&y')));
	});

	it('is one exchange for all who ask at once', async () => {
		const { http, sent } = endpoint(token('a', 3600), token('b', 3600));
		const asked = source();
		const given = await Promise.all(
			Array.from({ length: 20 }, async () => await sharedToken(http, { ...asked })),
		);
		expect(new Set(given)).toEqual(new Set(['a']));
		expect(sent).toHaveLength(1);
	});

	it('is fetched once when twenty were refused with the same old one', async () => {
		const { http, sent } = endpoint(token('old', 3600), token('new', 3600), token('newer', 3600));
		const asked = source();
		await sharedToken(http, asked);
		const given = await Promise.all(
			Array.from({ length: 20 }, async () => await sharedToken(http, asked, 'old')),
		);
		expect(new Set(given)).toEqual(new Set(['new']));
		expect(await sharedToken(http, asked, 'old')).toBe('new');
		expect(sent).toHaveLength(2);
	});

	it('is fetched anew when its life is over', async () => {
		const { http, sent } = endpoint(token('a', 60), token('b', 60));
		const asked = source();
		await sharedToken(http, asked);
		jest.setSystemTime(Date.now() + 49_000);
		expect(await sharedToken(http, asked)).toBe('a');
		jest.setSystemTime(Date.now() + 2_000);
		expect(await sharedToken(http, asked)).toBe('b');
		expect(sent).toHaveLength(2);
	});

	it('is not shared with another user of the same client', async () => {
		const { http } = endpoint(token('of rita', 3600), token('of max', 3600));
		const asked = source({ grant: 'password', username: 'rita@example.com', password: 'x' });
		expect(await sharedToken(http, asked)).toBe('of rita');
		expect(await sharedToken(http, { ...asked, username: 'max@example.com' })).toBe('of max');
	});

	it.each([
		['a broken connection', new Error('socket hang up')],
		['429', { statusCode: 429, body: '' }],
		['503', { statusCode: 503, body: '' }],
	])('is asked for again after %s', async (_name, first) => {
		const { http, sent } = endpoint(first, token('a', 3600));
		const { result } = await passTime(async () => await sharedToken(http, source()));
		expect(result).toBe('a');
		expect(sent).toHaveLength(2);
	});

	it.each([
		[
			'wrong client',
			{ statusCode: 401, body: { error: 'invalid_client' } },
			/sign-in was refused \(status 401\)/,
			/client ID and client secret in/,
			1,
		],
		['unknown tenant', { statusCode: 404, body: {} }, /knows no such tenant/, /tenant ID/, 1],
		['host not reachable', new Error('getaddrinfo ENOTFOUND'), /could not be reached/, /host/, 3],
		['no token in the answer', { statusCode: 200, body: '<html>' }, /without a token/, /host/, 3],
		['service down', { statusCode: 503, body: 'down' }, /could not answer \(status 503\)/, /in a while/, 3],
	] as const)('says what is wrong: %s', async (_name, answer, what, next, tries) => {
		const { http, sent } = endpoint(answer);
		await expect(passTime(async () => await sharedToken(http, source()))).rejects.toMatchObject({
			advice: { what: expect.stringMatching(what), next: expect.stringMatching(next) },
			message: expect.stringMatching(what),
		});
		expect(sent).toHaveLength(tries);
	});

	it.each([
		['a web page', '<html><body>Maintenance</body></html>'],
		['nothing', ''],
		['JSON that is cut off', '{"access_token": "ab'],
		['another object', { status: 'ok' }],
		['an empty token', { access_token: '' }],
		['a token that is no text', { access_token: 7 }],
	])('is asked for again when %s came with a good status', async (_name, body) => {
		const { http, sent } = endpoint({ statusCode: 200, body }, token('a', 3600));
		const { result } = await passTime(async () => await sharedToken(http, source()));
		expect([result, sent.length]).toEqual(['a', 2]);
	});

	const USER = { grant: 'password', username: 'rita@example.com', password: 'x' } as const;

	it.each([
		[
			'another client',
			{},
			'invalid_client',
			'Check tenant ID, client ID and client secret in the credential,',
		],
		['a wrong password', USER, 'invalid_grant', 'Check user name and password in the credential.'],
		['a wrong scope', {}, 'invalid_scope', 'Check the scope in the credential.'],
		[
			'a grant that is not for it',
			{},
			'unauthorized_client',
			'Choose another grant type in the credential, or',
		],
		['a grant that nobody has', {}, 'unsupported_grant_type', 'Choose another grant type in the credential.'],
		['a grant without a user', {}, 'invalid_grant', 'Check tenant ID, client ID and client secret in the'],
		[
			'what nobody knows',
			USER,
			'constructor',
			'Check tenant ID, client ID, client secret, user name and password',
		],
	])('names what to correct after a refusal for %s', async (_name, more, error, next) => {
		const { http } = endpoint({ statusCode: 400, body: { error } });
		await expect(sharedToken(http, source(more))).rejects.toMatchObject({
			advice: { what: 'The sign-in was refused (status 400)', next: expect.stringContaining(next) },
		});
	});

	it('never says what is secret, even when the service repeats it', async () => {
		const said = 'Bad password pw-1 or secret invented-secret of rita@example.com';
		const { http } = endpoint({ statusCode: 400, body: { error_description: said } });
		const refusal = await sharedToken(
			http,
			source({ grant: 'password', username: 'rita@example.com', password: 'pw-1' }),
		).catch((error: Error) => `${error.message} ${JSON.stringify(error)} ${String(error.cause)}`);
		expect(refusal).toContain('Bad password [hidden]');
		expect(refusal).not.toMatch(/pw-1|invented-secret|rita@/);
	});

	it('is asked for again by the next one when it was refused', async () => {
		const { http } = endpoint({ statusCode: 401, body: {} }, token('a', 3600));
		const asked = source();
		await expect(sharedToken(http, asked)).rejects.toThrow(SignInRefused);
		expect(await sharedToken(http, asked)).toBe('a');
	});

	it('is known by a key that tells sources apart but not their secrets', () => {
		const asked = source();
		expect(tokenKey(asked)).toBe(tokenKey({ ...asked }));
		expect(tokenKey(asked)).not.toBe(tokenKey({ ...asked, clientSecret: 'other' }));
		expect(tokenKey(asked)).toMatch(/^[0-9a-f]{64}$/);
	});

	it('has a refusal that is found in what n8n makes of it, without a status of its own', () => {
		const refusal = new SignInRefused({ what: 'Refused', next: 'Check it.' }, 401);
		expect(refusedSignIn(new NodeOperationError(NODE, refusal))).toEqual({
			advice: { what: 'Refused', next: 'Check it.' },
			httpStatus: 401,
		});
		expect(refusedSignIn(new Error('other'))).toBeUndefined();
		// n8n takes these for the status of the request that was to be signed.
		for (const name of ['status', 'statusCode', 'code']) expect(refusal).not.toHaveProperty(name);
	});
});
