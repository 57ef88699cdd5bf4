import { mock } from 'jest-mock-extended';
import get from 'lodash/get';
import {
	Workflow,
	type IAuthenticateRuleBase,
	type ICredentialDataDecryptedObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INodeTypes,
} from 'n8n-workflow';
import { OpenTextCoreSignatureApi } from '../../../credentials/OpenTextCoreSignatureApi.credentials';
import { signatureAddress, TOKEN_SERVICES } from '../../../nodes/OpenTextCoreSignature/transport/addresses';

const credential = new OpenTextCoreSignatureApi();

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

let sites = 0;

const values = (more: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject => {
	sites += 1;
	return {
		host: 'us',
		signInService: 'otdsUs',
		signInUrl: 'https://left.over.example.com/token',
		tenantId: `site ${sites}`,
		grantType: 'clientCredentials',
		clientId: ' client ',
		clientSecret: 'invented-secret',
		username: 'left over from before',
		password: 'left over too',
		subscription: '',
		scope: '',
		callbackSecret: '',
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
				return await Promise.resolve({
					statusCode: 200,
					body: { access_token: `t${sent.length}`, expires_in: 3600 },
				});
			},
		},
	};
	return { sent, http };
};

/** Address and form of the token request. */
const asked = async (more: ICredentialDataDecryptedObject) => {
	const { http, sent } = endpoint();
	const data = values(more);
	await credential.preAuthentication.call(http, data);
	return {
		url: sent[0].url,
		form: Object.fromEntries(new URLSearchParams(String(sent[0].body))),
		tenant: encodeURIComponent(String(data.tenantId)),
	};
};

/** A credential as n8n keeps it after its first sign-in. */
const signedIn = async (
	more: ICredentialDataDecryptedObject = {},
): Promise<ICredentialDataDecryptedObject> => {
	const data = values(more);
	const { accessToken, accessTokenFor } = await credential.preAuthentication.call(endpoint().http, data);
	return { ...data, accessToken: String(accessToken), accessTokenFor: String(accessTokenFor) };
};

const authorized = async (data: ICredentialDataDecryptedObject) => {
	if (typeof credential.authenticate !== 'function') throw new Error('authenticate is a function here');
	return await credential.authenticate(data, { url: 'https://sign.example.com', headers: { Accept: 'x' } });
};

describe('the OpenText Core Signature credential', () => {
	const { request, rules = [] } = credential.test;

	it.each([
		'us',
		' EU ',
		'staging',
		'sign.example.com',
		'sign.example.com//',
		'https://sign.example.com/',
		'http://127.0.0.1:4010/signature/',
	])('tests at the same address that the nodes use, for host %p', (host) => {
		expect(resolved(request.baseURL, { host })).toBe(signatureAddress(host));
	});

	it('tests with the safest probe there is (reference 4.8)', () => {
		expect(request).toMatchObject({ url: '/api/v1/documents/', qs: { limit: 1 } });
		expect(request.method ?? 'GET').toBe('GET');
	});

	it.each([
		[401, /token service, site and subscription belong together/],
		[403, /may not use Core Signature/],
		[404, /no Core Signature at this host/],
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

	/** As n8n's tester (2.41) judges a good status: a rule of this kind strikes when the value at its key is the given one. */
	const struck = (body: unknown) =>
		rules
			.map((rule): IAuthenticateRuleBase => rule)
			.filter(({ type }) => type === 'responseSuccessBody')
			.filter(({ properties }) => get(body, properties.key) === properties.value);

	it.each([['<html>maintenance</html>'], [''], [undefined], ['{"count":'], [{}], [{ count: 0 }]])(
		'takes no good status for a success when the body is %j: a list has rows',
		(body) => {
			expect(struck(body)).toHaveLength(1);
		},
	);

	it.each([[{ count: 0, results: [] }], [{ count: 1, results: [{ uuid: 'd-1' }] }]])(
		'takes a list for a success, also an empty one: %j',
		(body) => {
			expect(struck(body)).toEqual([]);
		},
	);

	it.each(['coresignature-example', ' subscription:coresignature-example '])(
		'names the subscription twice on OTDS, however it was entered: %p (reference 2.3)',
		async (subscription) => {
			const { url, form, tenant } = await asked({ subscription, scope: 'openid' });
			expect(url).toBe(`https://otdsauth.ot2.opentext.com/otdstenant/${tenant}/oauth2/token`);
			expect(form).toEqual({
				grant_type: 'client_credentials',
				client_id: 'client',
				client_secret: 'invented-secret',
				scope: 'openid subscription:coresignature-example',
				subscription: 'subscription:coresignature-example',
			});
		},
	);

	it('has no field for the subscription on the gateway, and nothing at all when none was entered', async () => {
		const named = await asked({ signInService: 'gatewayUs', subscription: 'coresignature-example' });
		expect(named.url).toBe(`https://us.api.opentext.com/tenants/${named.tenant}/oauth2/token`);
		expect(named.form).not.toHaveProperty('subscription');
		const unnamed = await asked({ signInService: 'gatewayUs' });
		expect(Object.keys(unnamed.form)).toEqual(['grant_type', 'client_id', 'client_secret']);
		expect(Object.keys((await asked({})).form)).toEqual(['grant_type', 'client_id', 'client_secret']);
	});

	it('asks where the user says', async () => {
		const { url, form, tenant } = await asked({
			signInService: 'custom',
			signInUrl: 'http://127.0.0.1:4010/signature/otdstenant/{tenant}/oauth2/token',
			subscription: 'x',
		});
		expect(url).toBe(`http://127.0.0.1:4010/signature/otdstenant/${tenant}/oauth2/token`);
		expect(form.subscription).toBe('subscription:x');
	});

	it('signs in for a user with the password grant', async () => {
		const { form } = await asked({
			grantType: 'password',
			username: ' rita@example.com ',
			password: ' p&w=+ ',
		});
		expect(form).toMatchObject({
			grant_type: 'password',
			username: 'rita@example.com',
			password: ' p&w=+ ',
		});
	});

	it('offers every token service that is known, and another address', () => {
		const field = credential.properties.find(({ name }) => name === 'signInService');
		const offered = (field?.options ?? []).map((option) => ('value' in option ? option.value : ''));
		expect(offered).toEqual([...Object.keys(TOKEN_SERVICES), 'custom']);
		expect(offered).toContain(field?.default);
	});

	it('signs requests with the token, and keeps it together with what made it', async () => {
		const data = values();
		const given = await credential.preAuthentication.call(endpoint().http, data);
		expect(given).toEqual({ accessToken: 't1', accessTokenFor: expect.stringMatching(/^[0-9a-f]{64}$/) });
		expect((await authorized(await signedIn())).headers).toEqual({
			Accept: 'x',
			Authorization: 'Bearer t1',
		});
	});

	it.each([
		['subscription', 'other'],
		['signInService', 'otdsEu'],
		['tenantId', 'other'],
		['clientId', 'other'],
	])('does not send a token that was made from what stood there before: another %s', async (name, value) => {
		const data = await signedIn({ subscription: 'one' });
		expect((await authorized({ ...data, [name]: value })).headers).toEqual({ Accept: 'x' });
	});

	it('does not mind what is left over in fields that are not shown', async () => {
		const edited = {
			...(await signedIn()),
			username: 'another',
			signInUrl: 'https://other.example.com',
		};
		expect((await authorized(edited)).headers).toMatchObject({ Authorization: 'Bearer t1' });
	});

	it('gives a newer token to whoever was refused with an older one, without asking again', async () => {
		const { http, sent } = endpoint();
		const data = values();
		await credential.preAuthentication.call(http, data);
		for (let turn = 0; turn < 2; turn++) {
			expect(await credential.preAuthentication.call(http, { ...data, accessToken: 't1' })).toMatchObject({
				accessToken: 't2',
			});
		}
		expect(sent).toHaveLength(2);
	});

	it('keeps what is secret in password fields, and only that', () => {
		const secret = credential.properties
			.filter(({ typeOptions }) => typeOptions?.password)
			.map(({ name }) => name);
		expect(secret).toEqual(['clientSecret', 'password', 'callbackSecret', 'accessToken', 'accessTokenFor']);
	});

	it('lets n8n renew the token: one hidden field is expirable', () => {
		const expirable = credential.properties.filter(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable,
		);
		expect(expirable.map(({ name, default: empty }) => [name, empty])).toEqual([['accessToken', '']]);
	});

	it('shows token address, user name and password only where they are used', () => {
		const shown = credential.properties.filter(({ displayOptions }) => displayOptions);
		expect(shown.map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
			['signInUrl', { signInService: ['custom'] }],
			['username', { grantType: ['password'] }],
			['password', { grantType: ['password'] }],
		]);
	});
});
