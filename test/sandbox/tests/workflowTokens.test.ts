import { openWorkflow, REVIEWER, type Workflow } from './workflowHarness';

const CLIENT = { client_id: 'sandbox-client', client_secret: 'sandbox-client-password' };

describe('tokens of the Workflow Service stand-in', () => {
	let workflow: Workflow;
	beforeEach(async () => {
		workflow = await openWorkflow();
	});
	afterEach(async () => await workflow.close());

	it('gives a token for client credentials as JSON, as a form and over HTTP Basic', async () => {
		const json = await workflow.token({ grant_type: 'client_credentials', ...CLIENT });
		const form = await workflow.token(
			new URLSearchParams({ grant_type: 'client_credentials', ...CLIENT }).toString(),
			{ 'content-type': 'application/x-www-form-urlencoded' },
		);
		const basic = await workflow.token(
			{ grant_type: 'client_credentials' },
			{
				authorization: `Basic ${Buffer.from(`${CLIENT.client_id}:${CLIENT.client_secret}`).toString('base64')}`,
			},
		);
		for (const { status, data } of [json, form, basic]) {
			expect(status).toBe(200);
			expect(data).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 });
			workflow.signIn(data.access_token);
			expect((await workflow.api('GET', '/tasks')).status).toBe(200);
		}
	});

	it('lets a case started under a password token carry the person who started it', async () => {
		const { data } = await workflow.token({
			grant_type: 'password',
			...CLIENT,
			username: REVIEWER,
			password: 'sandbox-user-password',
		});
		workflow.signIn(data.access_token);
		expect((await workflow.start()).data.startUserId).toBe(REVIEWER);
	});

	it.each([
		[
			'a wrong secret',
			{ grant_type: 'client_credentials', ...CLIENT, client_secret: 'x' },
			401,
			'invalid_client',
		],
		[
			'an unknown user',
			{ grant_type: 'password', ...CLIENT, username: 'a', password: 'b' },
			401,
			'invalid_grant',
		],
		['another grant', { grant_type: 'implicit', ...CLIENT }, 400, 'unsupported_grant_type'],
	])('refuses %s with an OAuth error', async (_, body, status, error) => {
		const answer = await workflow.token(body);
		expect(answer.status).toBe(status);
		expect(answer.data).toEqual({ error, error_description: expect.any(String) });
	});

	it('does not know the client in another tenant', async () => {
		const answer = await workflow.token({ grant_type: 'client_credentials', ...CLIENT }, {}, 'other-tenant');
		expect(answer.status).toBe(401);
	});

	it('refuses a missing or unknown bearer token at the gateway, also on the history base path', async () => {
		workflow.signIn('unknown');
		for (const call of [
			await workflow.api('GET', '/tasks'),
			await workflow.history('GET', '/historic-task-instances'),
			await workflow.client.get('/opentext/workflow/v1/tasks'),
		]) {
			expect(call.status).toBe(401);
			expect(call.data.fault).toEqual({
				faultstring: 'Invalid access token',
				detail: { errorcode: expect.any(String) },
			});
		}
	});

	it('refuses a token from the moment its lifetime is over', async () => {
		await workflow.control('POST', '/workflow/settings', { tokenLifetimeSeconds: 600 });
		const { data } = await workflow.token({ grant_type: 'client_credentials', ...CLIENT });
		expect(data.expires_in).toBe(600);
		workflow.signIn(data.access_token);
		await workflow.control('POST', '/clock', { advanceMs: 400_000 });
		expect((await workflow.api('GET', '/tasks')).status).toBe(200);
		await workflow.control('POST', '/clock', { advanceMs: 200_000 });
		const late = await workflow.api('GET', '/tasks');
		expect(late.status).toBe(401);
		expect(late.data.fault.faultstring).toBe('Access Token expired');
	});

	it('expires every token at once when a test asks for it', async () => {
		await workflow.control('POST', '/workflow/expire-tokens');
		expect((await workflow.api('GET', '/tasks')).status).toBe(401);
	});

	it('knows no token any more when a test revokes them', async () => {
		await workflow.control('POST', '/workflow/revoke-tokens');
		const { status, data } = await workflow.api('GET', '/tasks');
		expect([status, data.fault.faultstring]).toEqual([401, 'Invalid access token']);
	});

	it('lets the gateway answer for an address without a service, and the service for a path that it does not know', async () => {
		const elsewhere = await workflow.client.get('/opentext/other/v1/tasks');
		expect([elsewhere.status, elsewhere.data.fault.detail.errorcode]).toEqual([
			404,
			'messaging.adaptors.http.flow.ApplicationNotFound',
		]);
		for (const { status, data } of [
			await workflow.api('GET', '/nothing'),
			await workflow.history('GET', '/nothing'),
		]) {
			expect([status, data.message]).toEqual([404, 'Not found']);
		}
	});

	it('answers 429 with a gateway fault and Retry-After beyond the requests of a second', async () => {
		await workflow.control('POST', '/workflow/settings', { throttlePerSecond: 2 });
		// as many as a slow machine cannot spread over seconds
		const many = Array.from({ length: 30 }, async () => await workflow.api('GET', '/tasks'));
		const refused = (await Promise.all(many)).filter(({ status }) => status === 429);
		expect(refused.length).toBeGreaterThan(0);
		expect(refused.length).toBeLessThanOrEqual(28);
		expect(refused[0].data.fault.detail.errorcode).toBe('policies.ratelimit.QuotaViolation');
		expect(refused[0].headers['retry-after']).toBe('1');
	});
});
