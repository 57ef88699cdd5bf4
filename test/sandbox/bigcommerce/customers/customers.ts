import { z } from 'zod';

import { defineCollection } from '../collection/table';
import type { Change } from '../collection/table';
import { children, created, flag, integer, list, modified, readOnly, shape, text } from '../collection/field';
import { filter } from '../collection/operators';
import type { Test } from '../collection/operators';
import type { StoredRecord, Surroundings } from '../collection/record';
import { ApiError } from '../errors';
import { formFieldValue, withOwner } from './formFields';
import { byName } from './names';

const authentication = z
	.object({ force_password_reset: z.boolean(), new_password: z.string() })
	.partial()
	.strict();

const emailOf = ({ values }: StoredRecord, around: Surroundings) =>
	around.switches().emailsInSmallLetters ? String(values.email).toLowerCase() : String(values.email);

/** Letters of either case are the same, or are not. */
const byEmail = (wanted: string, around: Surroundings): Test => {
	if (around.switches().emailFilterIgnoresCase) {
		return filter('text', 'in', 'email:in', wanted, (record) => emailOf(record, around));
	}
	const addresses = wanted.split(',');
	return (record) => addresses.includes(emailOf(record, around));
};

/** The description's example of a refused customer names the call, not the field. */
const taken = (kind: Change['kind'], field: string) => {
	const call = kind === 'created' ? 'create' : 'update';
	return new ApiError(422, `${call === 'create' ? 'Create' : 'Update'} customers failed.`, {
		[`.customer_${call}`]: `Error in customer ${call}: the ${field} is already in use`,
	});
};

const channelsOf = ({ values }: StoredRecord) => values.channel_ids ?? [];

/** BigCommerce reference 12.3. */
function events({ kind, record, before }: Change) {
	const channel_ids = channelsOf(record);
	const origin = { origin_channel_id: record.values.origin_channel_id, channel_ids };
	const event = {
		scope: `customer/${kind}`,
		data: { type: 'customer', id: record.id, ...(kind === 'deleted' ? {} : origin) },
	};
	const access = {
		scope: 'customer/channel/login/access/updated',
		data: { customer_id: record.id, channel_ids },
	};
	const moved = before !== undefined && String(channelsOf(before)) !== String(channel_ids);
	return moved ? [event, access] : [event];
}

/** BigCommerce reference 6.1. */
export const customers = defineCollection({
	name: 'customers',
	version: 'v3',
	path: '/customers',
	scope: 'store_v2_customers',
	mostPerCall: 10,
	unknownInBatch: 422,
	fields: {
		email: text({ min: 3, max: 250, required: true, read: emailOf }),
		first_name: text({ min: 1, max: 100, required: true }),
		last_name: text({ min: 1, max: 100, required: true }),
		company: text({ max: 255 }),
		phone: text({ max: 50 }),
		notes: text(),
		tax_exempt_category: text({ max: 255 }),
		// A removed group leaves its customers without one (6.5).
		customer_group_id: integer({
			min: 0,
			read: ({ values }, around) =>
				around.records('customerGroups').some(({ id }) => id === values.customer_group_id)
					? values.customer_group_id
					: 0,
		}),
		registration_ip_address: readOnly('text'),
		date_created: created(),
		date_modified: modified(),
		address_count: readOnly('number', {
			read: ({ id }, around) => around.records('customerAddresses', id).length,
		}),
		attribute_count: readOnly('number', {
			read: ({ id }, around) => around.records('customerAttributeValues', id).length,
		}),
		authentication: shape(
			authentication,
			{},
			{
				read: ({ values }) => ({
					force_password_reset: authentication.parse(values.authentication).force_password_reset ?? false,
				}),
			},
		),
		addresses: children('customerAddresses', 'addresses', { write: 'create', max: 10 }),
		attributes: children('customerAttributeValues', 'attributes', {
			write: 'create',
			max: 10,
			renamed: { attribute_value: 'value' },
		}),
		form_fields: list(formFieldValue, {
			include: 'formfields',
			read: ({ id, values }) => withOwner(values.form_fields, { customer_id: id }),
		}),
		store_credit_amounts: list(z.object({ amount: z.number() }).strict(), { include: 'storecredit' }),
		accepts_product_review_abandoned_cart_emails: flag(),
		origin_channel_id: integer({ min: 1, write: 'create', initial: 1 }),
		channel_ids: shape(z.array(z.number().int()).nullable(), null, { read: channelsOf }),
		trigger_account_created_notification: flag({ write: 'create', hidden: true }),
	},
	unique: [{ by: ['email'], clash: taken }],
	filters: {
		id: ['in'],
		'email:in': byEmail,
		'name:in': byName('in'),
		'name:like': byName('like'),
		company: ['in'],
		phone: ['in'],
		customer_group_id: ['in'],
		registration_ip_address: ['in'],
		date_created: ['equals', 'min', 'max'],
		date_modified: ['equals', 'min', 'max'],
	},
	sort: { by: ['date_created', 'date_modified', 'last_name'], style: 'suffix' },
	includes: ['addresses', 'attributes', 'formfields', 'storecredit'],
	paging: 'cursor',
	calls: {
		list: true,
		create: 'many',
		update: ['many'],
		remove: { many: { by: ['id:in'], unfiltered: 'nothing' } },
	},
	events,
	leftOut: {
		includes: {
			shopper_profile_id: 'segments are an enterprise feature',
			segment_ids: 'segments are an enterprise feature',
		},
	},
});
