import get from 'lodash/get';
import type { IAuthenticateRuleBase } from 'n8n-workflow';
import { BigCommerceB2bApi } from '../../../credentials/BigCommerceB2bApi.credentials';

describe('the BigCommerce B2B credential', () => {
	const credential = new BigCommerceB2bApi();
	const { rules = [] } = credential.test;

	it('signs with token and store hash, and keeps what the request brought along', async () => {
		const request = { url: 'https://example.com', headers: { Accept: 'application/json' } };
		expect(await credential.authenticate({ accessToken: 't', storeHash: ' abc123 ' }, request)).toEqual({
			url: 'https://example.com',
			headers: { Accept: 'application/json', 'X-Auth-Token': 't', 'X-Store-Hash': 'abc123' },
		});
		expect(request.headers).toEqual({ Accept: 'application/json' });
	});

	it.each([
		[401, /does not accept this access token/],
		[403, /"B2B Edition: modify"/],
		[429, /Wait a minute/],
		[500, /store hash/],
	])('says what is wrong when a test ends with %i, and what to do', (status, text) => {
		const said = rules.flatMap((rule) =>
			rule.type === 'responseCode' && rule.properties.value === status ? [rule.properties.message] : [],
		);
		expect(said).toEqual([expect.stringMatching(text)]);
	});

	/** As n8n's tester (2.41) judges a good status: a rule of this kind strikes when the value at its key is the given one. */
	const struckBy = (body: unknown) =>
		rules
			.map((rule): IAuthenticateRuleBase => rule)
			.filter(({ type }) => type === 'responseSuccessBody')
			.filter(({ properties }) => get(body, properties.key) === properties.value);

	it.each(['<html>Sign in</html>', '', {}, { data: [] }, { code: 200, data: {}, meta: { message: 'ok' } }])(
		'does not pass with 200 and %j: that is no list of companies',
		(body) => {
			expect(struckBy(body)).toHaveLength(1);
		},
	);

	it('passes with a list of companies, an empty one too (reference 13.1)', () => {
		const pagination = { totalCount: 0, limit: 2, offset: 0 };
		expect(struckBy({ code: 200, data: [], meta: { message: 'SUCCESS', pagination } })).toEqual([]);
	});

	it('keeps the token, and only the token, in a password field', () => {
		const secret = credential.properties.filter(({ typeOptions }) => typeOptions?.password);
		expect(secret.map(({ name }) => name)).toEqual(['accessToken']);
	});
});
