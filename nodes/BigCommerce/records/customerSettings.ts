import { flag, loadedChoice, text, type Fields } from '../../shared/record/field';
import * as is from '../../shared/shape';

const PRIVACY: Fields = {
	ask_shopper_for_tracking_consent: flag(
		'Ask for Tracking Consent',
		'Whether shoppers are asked before they are tracked',
		{ name: 'askForTrackingConsent' },
	),
	policy_url: text('Privacy Policy URL', 'Where shoppers read it', { like: 'https://example.com/privacy' }),
};

const GROUPS: Fields = {
	default_customer_group_id: loadedChoice(
		'Default Customer Group',
		'What new customers join; 0 for none',
		'getCustomerGroups',
	),
	guest_customer_group_id: loadedChoice(
		'Guest Customer Group',
		'That of shoppers without an account; 0 for none',
		'getCustomerGroups',
	),
};

const OF_CHANNEL: Fields = {
	allow_global_logins: flag('Allow Global Logins', 'Whether customers of all channels can sign in'),
};

/** What holds for all customers, or for those of one channel in its place (BigCommerce reference 6.6). What a channel takes from the store comes as null. */
export const customerSettings = {
	path: '/v3/customers/settings',
	scope: 'Customers',
	properties: {
		allow_global_logins: is.orNull(is.flag),
		privacy_settings: is.orNull(
			is.object({
				ask_shopper_for_tracking_consent: is.orNull(is.flag),
				policy_url: is.orNull(is.text),
			}),
		),
		customer_group_settings: is.orNull(
			is.object({
				default_customer_group_id: is.orNull(is.whole),
				guest_customer_group_id: is.orNull(is.whole),
			}),
		),
	},
	/** By the part of the settings that they stand in. */
	parts: { privacy_settings: PRIVACY, customer_group_settings: GROUPS },
	ofChannel: OF_CHANNEL,
} as const;
