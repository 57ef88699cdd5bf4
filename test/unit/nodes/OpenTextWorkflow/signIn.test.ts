import {
	NodeApiError,
	type ICredentialDataDecryptedObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { OpenTextWorkflowApi } from '../../../../credentials/OpenTextWorkflowApi.credentials';
import { NODE } from '../../support/node';
import { ServiceDouble } from '../../support/serviceDouble';
import { hal, openTask, runWorkflow, tenantCredential } from '../../support/workflow';

const credential = new OpenTextWorkflowApi();

/** A gateway whose tokens die after so many requests, with its token end point. */
function gateway(usesPerToken: number) {
	let issued = 0;
	let uses = 0;
	const served: string[] = [];
	const http: IHttpRequestHelper = {
		helpers: {
			httpRequest: async () => {
				issued += 1;
				uses = 0;
				return { statusCode: 200, body: { access_token: `t${issued}`, expires_in: 3600 } };
			},
		},
	};
	const request = async (options: IHttpRequestOptions) => {
		const given = String(options.headers?.Authorization ?? '');
		if (given !== `Bearer t${issued}` || uses >= usesPerToken) {
			throw new NodeApiError(
				NODE,
				{ message: 'Request failed', response: { status: 401 } },
				{ httpCode: '401' },
			);
		}
		uses += 1;
		served.push(given);
		const offset = Number(options.qs?.offset);
		const rows = Array.from({ length: 100 }, (_entry, index) => openTask(`t${offset + index}`));
		const answer = hal(rows, 500);
		return { statusCode: 200, headers: {}, body: 'body' in answer ? answer.body : '' };
	};
	return { http, request, served, issued: () => issued };
}

/** What n8n does around a request: signs in when there is no token, keeps the token, renews it once after a 401 (n8n-core 2.41, `authentication`). */
function n8n(http: IHttpRequestHelper, request: (options: IHttpRequestOptions) => Promise<unknown>) {
	const stored: ICredentialDataDecryptedObject = {
		...tenantCredential(),
		grantType: 'clientCredentials',
		clientId: 'client',
		clientSecret: 'invented-secret',
		accessToken: '',
	};
	const service = new ServiceDouble(() => ({ status: 500 }));
	const authenticate = async (data: ICredentialDataDecryptedObject, options: IHttpRequestOptions) =>
		typeof credential.authenticate === 'function' ? await credential.authenticate(data, options) : options;
	const signIn = async (data: ICredentialDataDecryptedObject) =>
		Object.assign(stored, data, await credential.preAuthentication.call(http, data));
	Object.assign(service, {
		send: async (_type: string, options: IHttpRequestOptions) => {
			let data = { ...stored };
			if (data.accessToken === '') data = { ...(await signIn(data)) };
			const first = await request(await authenticate(data, options)).catch((error: unknown) => error);
			if (!(first instanceof NodeApiError)) return first;
			return await request(await authenticate({ ...(await signIn(data)) }, options));
		},
	});
	return { service, stored };
}

const GET_ALL = { resource: 'task', operation: 'getAll', items: [{ returnAll: true }] };

describe('the sign-in', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('is renewed when the token dies in the middle of a list, and no page is lost', async () => {
		const { http, request, served, issued } = gateway(2);
		const { service, stored } = n8n(http, request);
		const output = await runWorkflow({ ...GET_ALL, service, credential: stored });
		expect(new Set(output.map(({ json }) => json.taskId)).size).toBe(500);
		expect(served).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2', 'Bearer t2', 'Bearer t3']);
		expect(issued()).toBe(3);
	});

	it('is shared by runs at the same time', async () => {
		const { http, request, issued } = gateway(1_000);
		const { service, stored } = n8n(http, request);
		const outputs = await Promise.all(
			Array.from({ length: 5 }, async () => await runWorkflow({ ...GET_ALL, service, credential: stored })),
		);
		expect(outputs.map(({ length }) => length)).toEqual([500, 500, 500, 500, 500]);
		expect(issued()).toBe(1);
	});

	it('tells a refusal with the item when a fresh token does not help either', async () => {
		const { http, request } = gateway(0);
		const { service, stored } = n8n(http, request);
		await expect(runWorkflow({ ...GET_ALL, service, credential: stored })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service does not accept the sign-in',
			httpCode: '401',
		});
	});
});
