import { mock } from 'jest-mock-extended';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INodeTypes,
} from 'n8n-workflow';
import { OpenTextWorkflowApi } from '../../../credentials/OpenTextWorkflowApi.credentials';
import { gatewayAddress } from '../../../nodes/OpenTextWorkflow/transport/gateway';

const credential = new OpenTextWorkflowApi();

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

let tenants = 0;

const values = (more: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject => {
	tenants += 1;
	return {
		host: 'us',
		tenantId: `tenant ${tenants}`,
		grantType: 'clientCredentials',
		clientId: ' client ',
		clientSecret: 'invented-secret',
		username: 'left over from before',
		password: 'left over too',
		scope: '',
		accessToken: '',
		...more,
	};
};

/** A token end point that gives `t1`, `t2` and so on. */
const endpoint = () => {
	const sent: IHttpRequestOptions[] = [];
	const http: IHttpRequestHelper = {
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				sent.push(options);
				return { statusCode: 200, body: { access_token: `t${sent.length}`, expires_in: 3600 } };
			},
		},
	};
	return { sent, http };
};

const authorized = async (data: ICredentialDataDecryptedObject) => {
	if (typeof credential.authenticate !== 'function') throw new Error('authenticate is a function here');
	return await credential.authenticate(data, { url: 'https://us.example.com', headers: { Accept: 'x' } });
};

describe('the OpenText Workflow credential', () => {
	const { request, rules = [] } = credential.test;

	it.each([
		'us',
		' na-1-dev ',
		'dev.ca',
		'us.api.opentext.com',
		'us.api.opentext.com/',
		'http://127.0.0.1:4010/opentext/',
	])('tests at the same address that the nodes use, for host %p', (host) => {
		expect(resolved(request.baseURL, { host })).toBe(gatewayAddress(host));
	});

	it('tests with the smallest list there is', () => {
		expect(request).toMatchObject({ url: '/workflow/v1/process-instances', qs: { count: 1 } });
	});

	it.each([
		[401, /host and tenant ID belong together/],
		[403, /may not use Workflow Service/],
		[404, /no Workflow Service at this host/],
		[429, /Wait a moment/],
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

	it('asks the tenant for a token, and keeps it together with what made it', async () => {
		const { http, sent } = endpoint();
		const data = values();
		const given = await credential.preAuthentication.call(http, data);
		expect(given).toEqual({ accessToken: 't1', accessTokenFor: expect.stringMatching(/^[0-9a-f]{64}$/) });
		expect(sent[0].url).toBe(
			`https://us.api.opentext.com/tenants/${encodeURIComponent(String(data.tenantId))}/oauth2/token`,
		);
		expect(Object.fromEntries(new URLSearchParams(String(sent[0].body)))).toEqual({
			grant_type: 'client_credentials',
			client_id: 'client',
			client_secret: 'invented-secret',
		});
	});

	it('gives a newer token to whoever was refused with an older one, without asking again', async () => {
		const { http, sent } = endpoint();
		const data = values();
		await credential.preAuthentication.call(http, data);
		expect(await credential.preAuthentication.call(http, { ...data, accessToken: 't1' })).toMatchObject({
			accessToken: 't2',
		});
		expect(await credential.preAuthentication.call(http, { ...data, accessToken: 't1' })).toMatchObject({
			accessToken: 't2',
		});
		expect(sent).toHaveLength(2);
	});

	it('signs requests with the token', async () => {
		const data = values();
		const given = await credential.preAuthentication.call(endpoint().http, data);
		expect((await authorized({ ...data, accessToken: 't1', ...given })).headers).toEqual({
			Accept: 'x',
			Authorization: 'Bearer t1',
		});
	});

	it('does not send a token of the user who stood in the credential before', async () => {
		const rita = values({ grantType: 'password', username: 'rita@example.com', password: 'x' });
		const given = await credential.preAuthentication.call(endpoint().http, rita);
		const edited = { ...rita, accessToken: 't1', ...given, username: 'max@example.com' };
		expect((await authorized(edited)).headers).toEqual({ Accept: 'x' });
	});

	it('does not mind what is left over in fields that are not shown', async () => {
		const data = values();
		const given = await credential.preAuthentication.call(endpoint().http, data);
		const edited = { ...data, accessToken: 't1', ...given, username: 'another' };
		expect((await authorized(edited)).headers).toMatchObject({ Authorization: 'Bearer t1' });
	});

	it('keeps what is secret in password fields, and only that', () => {
		const secret = credential.properties
			.filter(({ typeOptions }) => typeOptions?.password)
			.map(({ name }) => name);
		expect(secret).toEqual(['clientSecret', 'password', 'accessToken', 'accessTokenFor']);
	});

	it('lets n8n renew the token: one hidden field is expirable', () => {
		const expirable = credential.properties.filter(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable,
		);
		expect(expirable.map(({ name, default: empty }) => [name, empty])).toEqual([['accessToken', '']]);
	});

	it('shows user name and password only where they are used', () => {
		const shown = credential.properties.filter(({ displayOptions }) => displayOptions);
		expect(shown.map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
			['username', { grantType: ['password'] }],
			['password', { grantType: ['password'] }],
		]);
	});
});
