import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { Account } from '../../../../nodes/shared/account';
import { brokenConnection, exchange, isCancelled, refusedStatus } from '../../../../nodes/shared/exchange';
import { executeFunctions } from '../../support/contexts';
import { CREDENTIAL, NODE } from '../../support/node';
import { ServiceDouble, brokenError, ok } from '../../support/serviceDouble';

const REQUEST = { url: 'https://api.example.com/stores/abc123/v2/time' };

const exchanged = async (service: ServiceDouble, renewOn?: number[]) => {
	const functions = executeFunctions({ service });
	return await exchange(functions, new Account(functions, 'bigCommerceApi'), { ...REQUEST }, renewOn);
};

const throwing = (error: Error) => new ServiceDouble(async () => await Promise.reject(error));

describe('a broken connection', () => {
	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])(
		'with %s was never made, so nothing can have happened',
		(code) => {
			expect(brokenConnection(brokenError(code))).toEqual({ status: 0, code, neverSent: true });
		},
	);

	it.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ERR_NETWORK', 'ERR_BAD_RESPONSE'])(
		'with %s may have been too late',
		(code) => {
			expect(brokenConnection(brokenError(code))).toEqual({ status: 0, code, neverSent: false });
		},
	);

	/** As n8n wraps axios, which wraps Node. */
	const wrapped = (code: string, syscall?: string) => ({
		cause: { isAxiosError: true, code, cause: { code, syscall } },
	});

	it.each(['ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH', 'EPERM'])(
		'with %s while connecting was never made',
		(code) => {
			expect(brokenConnection(wrapped(code, 'connect'))).toEqual({ status: 0, code, neverSent: true });
		},
	);

	it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ECONNREFUSED', 'ECONNRESET'])(
		'with %s while reading or writing may have been too late',
		(code) => {
			for (const syscall of ['read', 'write']) {
				expect(brokenConnection(wrapped(code, syscall))).toEqual({ status: 0, code, neverSent: false });
			}
		},
	);

	it.each([
		'HPE_INVALID_CONSTANT',
		'Z_DATA_ERROR',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'ERR_STREAM_PREMATURE_CLOSE',
	])('is also what the request helper calls %s: no answer came that can be used', (code) => {
		expect(brokenConnection(wrapped(code))).toEqual({ status: 0, code, neverSent: false });
	});

	it('is no answer that was refused, and no request that the user stopped', () => {
		const refused = { cause: { isAxiosError: true, code: 'ERR_BAD_REQUEST', response: { status: 400 } } };
		expect(brokenConnection(refused)).toBeUndefined();
		expect(brokenConnection(wrapped('ERR_CANCELED'))).toBeUndefined();
		expect(isCancelled(wrapped('ERR_CANCELED'))).toBe(true);
	});

	it('is found where axios, n8n and Node leave its code', () => {
		const reset = { status: 0, code: 'ECONNRESET', neverSent: false };
		expect(brokenConnection(Object.assign(new Error('x'), { code: 'ECONNRESET' }))).toEqual(reset);
		expect(brokenConnection(Object.assign(new Error('x'), { cause: { code: 'ECONNRESET' } }))).toEqual(reset);
		expect(brokenConnection({ httpCode: 'ECONNRESET' })).toEqual(reset);
	});

	it.each<[string, unknown]>([
		['a missing credential', new NodeOperationError(NODE, 'No credentials')],
		['a refusal', new NodeApiError(NODE, { statusCode: 401, message: 'no' })],
		['a cancelled request', Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' })],
		['nothing', undefined],
		['a text', 'ECONNRESET'],
	])('is not seen in %s', (_what, error) => {
		expect(brokenConnection(error)).toBeUndefined();
	});
});

describe('the status of a thrown refusal', () => {
	it('is read from the code that n8n keeps', () => {
		expect(refusedStatus({ httpCode: '401' })).toBe(401);
		expect(refusedStatus({ httpCode: 'ECONNRESET' })).toBeUndefined();
		expect(refusedStatus({ httpCode: null })).toBeUndefined();
		expect(refusedStatus(new Error('x'))).toBeUndefined();
	});
});

describe('an exchange', () => {
	it('reads the credential once, however many requests there are, and hands it to n8n with each', async () => {
		const functions = executeFunctions({ service: new ServiceDouble(() => ok({})) });
		const send = jest.spyOn(functions.helpers, 'httpRequestWithAuthentication');
		const account = new Account(functions, 'bigCommerceApi');
		for (const turn of ['1', '2', '3']) await exchange(functions, account, { ...REQUEST, qs: { turn } });
		expect(functions.getCredentials).toHaveBeenCalledTimes(1);
		const handed = send.mock.calls.map(([, , options]) => options?.credentialsDecrypted?.data);
		expect(handed).toEqual([CREDENTIAL, CREDENTIAL, CREDENTIAL]);
	});

	it('asks n8n for the full answer of every status, and follows no redirect with a credential', async () => {
		const service = new ServiceDouble(() => ok({ time: 1 }));
		await exchanged(service);
		expect(service.requests[0].credential).toBe('bigCommerceApi');
		expect(service.requests[0].options).toMatchObject({
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
	});

	it.each([200, 204, 301, 404, 429, 500])('gives the answer of status %i', async (status) => {
		const service = new ServiceDouble(() => ({ status, body: 'b', headers: { h: '1' } }));
		expect(await exchanged(service)).toEqual({ status, body: 'b', headers: { h: '1' } });
	});

	it('leaves the statuses on which n8n renews a token to n8n', async () => {
		const service = new ServiceDouble(() => ok({}));
		await exchanged(service, [401]);
		expect(service.requests[0].options.ignoreHttpStatusErrors).toEqual({ ignore: true, except: [401] });
	});

	it('gives the refusal that a renewed token did not cure', async () => {
		const refused = new NodeApiError(NODE, { statusCode: 401, message: 'expired' });
		expect(await exchanged(throwing(refused), [401])).toMatchObject({ status: 401 });
	});

	it('gives what broke a connection', async () => {
		expect(await exchanged(throwing(brokenError('ECONNRESET')))).toEqual({
			status: 0,
			code: 'ECONNRESET',
			neverSent: false,
		});
	});

	it('hands on what n8n throws before anything was sent', async () => {
		await expect(exchanged(throwing(new NodeOperationError(NODE, 'No credentials')))).rejects.toThrow(
			'No credentials',
		);
	});

	it('takes an answer without a status for a broken one', async () => {
		const functions = executeFunctions();
		functions.helpers.httpRequestWithAuthentication = async () => await Promise.resolve('text');
		expect(await exchange(functions, new Account(functions, 'bigCommerceApi'), { ...REQUEST })).toEqual({
			status: 0,
			code: 'ERR_BAD_RESPONSE',
			neverSent: false,
		});
	});
});
