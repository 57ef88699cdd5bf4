import type { IDataObject } from 'n8n-workflow';
import { runOperation } from '../../../../support/operationRun';
import { answering } from '../../../../support/serviceDouble';

const PATH = '/v3/customers/settings/channels/2';

const OF_CHANNEL = { settingsOf: 'channel', channelId: { __rl: true, mode: 'id', value: '2' } };

const STANDING = {
	privacy_settings: { ask_shopper_for_tracking_consent: true, policy_url: null },
	customer_group_settings: { guest_customer_group_id: 7, default_customer_group_id: null },
	allow_global_logins: true,
};

/** What comes out, and what was sent, where the settings stand so. */
const changing = async (item: IDataObject, standing: object = STANDING, answer: object = standing) => {
	const service = answering({
		[`GET ${PATH}`]: { status: 200, body: { data: standing, meta: {} } },
		[`PUT ${PATH}`]: { status: 200, body: { data: answer, meta: {} } },
	});
	const [{ json }] = await runOperation({
		resource: 'customerSettings',
		operation: 'update',
		items: [{ ...OF_CHANNEL, ...item }],
		service,
		continueOnFail: true,
	});
	return { json, sent: service.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body) };
};

describe('changing the customer settings of a channel (description of updateCustomersSettingsChannel)', () => {
	it('sends what stands with what is changed, and leaves out what the store gives', async () => {
		const { sent } = await changing({ updateFields: { defaultCustomerGroupId: 5 } });
		expect(sent).toEqual([
			{
				allow_global_logins: true,
				privacy_settings: { ask_shopper_for_tracking_consent: true },
				customer_group_settings: { guest_customer_group_id: 7, default_customer_group_id: 5 },
			},
		]);
	});

	it('gives back to the store by null', async () => {
		const takeFromStore = ['guest_customer_group_id', 'policy_url'];
		const { sent } = await changing({ updateFields: { takeFromStore } });
		expect(sent).toEqual([
			{
				allow_global_logins: true,
				privacy_settings: { ask_shopper_for_tracking_consent: true, policy_url: null },
				customer_group_settings: { guest_customer_group_id: null },
			},
		]);
	});

	it('refuses a setting that is both given and given back, and sends nothing', async () => {
		const { json, sent } = await changing({
			updateFields: { guestCustomerGroupId: 5, takeFromStore: ['guest_customer_group_id'] },
		});
		expect(json.error).toBe(
			'Item 1: Guest Customer Group is given, and stands under Take From Store as well',
		);
		expect(sent).toEqual([]);
	});

	it('works where whole parts come from the store, and tells of sign-in what was set when the answer does not', async () => {
		const none = { privacy_settings: null, customer_group_settings: null, allow_global_logins: null };
		const { privacy_settings: privacy } = STANDING;
		const { json, sent } = await changing({ updateFields: { allowGlobalLogins: false } }, none, {
			privacy_settings: privacy,
		});
		expect(sent).toEqual([{ allow_global_logins: false }]);
		expect(json).toEqual({ allow_global_logins: false, privacy_settings: privacy });
	});

	it('refuses to change nothing', async () => {
		const { json, sent } = await changing({ updateFields: {} });
		expect(json.error).toBe('Item 1: Nothing to change was given for the customer settings');
		expect(sent).toEqual([]);
	});
});
