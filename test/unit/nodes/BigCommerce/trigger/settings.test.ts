import { readSecrets, readSettings } from '../../../../../nodes/BigCommerce/trigger/settings';
import { hookFunctions, SIGNING } from '../../../support/triggers';

const read = (parameters = {}) => readSettings(hookFunctions({ parameters }));

describe('the settings of the trigger', () => {
	it('are the defaults of the editor where nothing was entered', () => {
		expect(read()).toEqual({
			scopes: ['store/order/created', 'store/order/statusUpdated'],
			fullRecord: true,
			ignoreOwnWrites: true,
			acceptUnsigned: false,
			sweep: true,
			overlapMs: 300_000,
			lookBackMs: 0,
		});
	});

	it('are what was entered, minutes and hours as milliseconds', () => {
		const options = {
			ignoreOwnWrites: false,
			acceptUnsigned: true,
			sweep: false,
			overlapMinutes: 0,
			lookBackHours: 2,
		};
		expect(read({ fullRecord: false, options })).toMatchObject({
			fullRecord: false,
			ignoreOwnWrites: false,
			acceptUnsigned: true,
			sweep: false,
			overlapMs: 0,
			lookBackMs: 7_200_000,
		});
	});

	it('take further scopes, separated by commas, each once', () => {
		const options = {
			furtherScopes: 'store/channel/2/order/created, store/order/created,\nstore/channel/2/cart/*',
		};
		expect(read({ options }).scopes).toEqual([
			'store/order/created',
			'store/order/statusUpdated',
			'store/channel/2/order/created',
			'store/channel/2/cart/*',
		]);
	});

	it.each(['order/created', 'store', 'store/order', 'store/order/created/', 'https://x.example.com/y'])(
		'refuse %s as a scope, and say how one looks',
		(furtherScopes) => {
			expect(() => read({ options: { furtherScopes } })).toThrow(
				expect.objectContaining({
					message: `"${furtherScopes}" is not a webhook scope`,
					description: 'Write it as BigCommerce does, for example store/channel/2/order/created.',
				}),
			);
		},
	);

	it('refuse to listen for nothing', () => {
		expect(() => read({ scopes: [] })).toThrow(
			expect.objectContaining({
				message: 'No scope is chosen',
				description: 'Choose at least one scope in the trigger.',
			}),
		);
	});
});

describe('the secrets of the credential', () => {
	it('are the access token and the client secret, empty where there is none', async () => {
		expect(await readSecrets(hookFunctions({ credential: SIGNING }))).toEqual({
			accessToken: 'invented-token',
			clientSecret: 'invented-client-secret',
		});
		expect(await readSecrets(hookFunctions())).toEqual({ accessToken: 'invented-token', clientSecret: '' });
	});
});
