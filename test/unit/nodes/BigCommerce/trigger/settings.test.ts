import type { IHookFunctions } from 'n8n-workflow';
import { Account } from '../../../../../nodes/shared/account';
import { readSecrets, readSettings } from '../../../../../nodes/BigCommerce/trigger/settings';
import { hookFunctions, SIGNING } from '../../../support/triggers';

const read = (parameters = {}) => readSettings(hookFunctions({ parameters }));

describe('the settings of the trigger', () => {
	it('are the defaults of the editor where nothing was entered', () => {
		expect(read()).toEqual({
			scopes: ['store/order/created', 'store/order/statusUpdated'],
			filters: {
				channels: [],
				statusFrom: [],
				statusTo: [],
				namespaces: [],
				purposes: [],
				fromShoppersOnly: false,
			},
			facts: [],
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

	it.each<[object, boolean]>([
		[{}, false],
		[{ filters: { fromShoppersOnly: false } }, false],
		[{ filters: { fromShoppersOnly: true } }, true],
		[{ options: { facts: ['money'] } }, true],
	])('read the record for %j although it is not wanted: %p', (chosen, expected) => {
		expect(read({ fullRecord: false, ...chosen }).fullRecord).toBe(expected);
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

describe('an option that holds what it cannot mean is refused by name', () => {
	it.each<[string, object, string]>([
		['Overlap', { overlapMinutes: '' }, 'Overlap (Minutes) must be a number of at least 0, but it is empty'],
		[
			'Overlap',
			{ overlapMinutes: null },
			'Overlap (Minutes) must be a number of at least 0, but it is empty',
		],
		['Overlap', { overlapMinutes: -1 }, 'Overlap (Minutes) must be a number of at least 0, but it is "-1"'],
		[
			'Overlap',
			{ overlapMinutes: 'five' },
			'Overlap (Minutes) must be a number of at least 0, but it is "five"',
		],
		[
			'Look Back',
			{ lookBackHours: {} },
			'Look Back (Hours) must be a number of at least 0, but it is an object',
		],
		['Sweep', { sweep: 'yes' }, 'Catch-Up Sweep must be true or false, but it is "yes"'],
		[
			'Unsigned',
			{ acceptUnsigned: null },
			'Accept Unsigned Deliveries must be true or false, but it is empty',
		],
		['Own writes', { ignoreOwnWrites: 0 }, 'Ignore Own Writes must be true or false, but it is "0"'],
		['Further Scopes', { furtherScopes: { a: 1 } }, 'Further Scopes must be text, but it is an object'],
	])('%s: %j', (_what, options, message) => {
		expect(() => read({ options })).toThrow(message);
	});

	it('takes what an expression writes as text', () => {
		expect(read({ fullRecord: 'false', options: { overlapMinutes: '10', sweep: 'false' } })).toMatchObject({
			fullRecord: false,
			overlapMs: 600_000,
			sweep: false,
		});
	});
});

describe('the secrets of the credential', () => {
	const secretsOf = async (functions: IHookFunctions) =>
		await readSecrets(new Account(functions, 'bigCommerceApi'));

	it('are the access token and the client secret, empty where there is none', async () => {
		expect(await secretsOf(hookFunctions({ credential: SIGNING }))).toEqual({
			accessToken: 'invented-token',
			clientSecret: 'invented-client-secret',
		});
		expect(await secretsOf(hookFunctions())).toEqual({ accessToken: 'invented-token', clientSecret: '' });
	});
});
