import type { IDataObject } from 'n8n-workflow';
import {
	readRequest,
	sendFields,
} from '../../../../../../nodes/OpenTextCoreSignature/actions/signatureRequest/sendFields';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';

const read = (item: IDataObject) => readRequest(new ItemRun(executeFunctions({ items: [item] }), 0));

describe('the texts and options of a request', () => {
	it('are few when little was entered; the sender is whoever the token belongs to', () => {
		expect(read({})).toEqual({ who: 'o', auto_expire_days: 14 });
	});

	it('go to the service under its own names', () => {
		const options = {
			fromName: 'Example Ltd',
			redirectUrl: 'https://example.com/thanks',
			redirectUrlDeclined: 'https://example.com/declined',
			reminders: true,
			disableAttachments: false,
			autoDeleteDays: 90,
			linkExpireDays: 30,
			callbackUrl: 'https://n8n.example.com/webhook/x',
		};
		expect(read({ options })).toEqual({
			who: 'o',
			auto_expire_days: 14,
			from_email_name: 'Example Ltd',
			redirect_url: 'https://example.com/thanks',
			redirect_url_declined: 'https://example.com/declined',
			send_reminders: true,
			disable_attachments: false,
			auto_delete_days: 90,
			link_expire_days: 30,
			events_callback_url: 'https://n8n.example.com/webhook/x',
		});
	});

	it('have a name in the service for every option of the editor', () => {
		const collection = sendFields.find(({ name }) => name === 'options');
		const entered = (collection?.options ?? []).map((option) => {
			const type = 'type' in option ? option.type : 'string';
			return [option.name, type === 'number' ? 1 : type === 'boolean' || 'x'];
		});
		const options = Object.fromEntries(entered);
		expect(Object.keys(read({ options }))).toHaveLength(2 + entered.length);
	});

	it.each<[number | string | null]>([[0], [731], [1.5], [-1], ['x'], [null], ['0x10'], ['1e3']])(
		'refuse %p days (reference 8, point 11)',
		(days) => {
			const rule = /must be a whole number of at least 1 and at most 730|is empty/;
			expect(() => read({ expireDays: days })).toThrow(rule);
			expect(() => read({ options: { autoDeleteDays: days } })).toThrow(rule);
		},
	);

	it('refuse an empty expiry, but leave an option out that was added and left blank', () => {
		expect(() => read({ expireDays: '' })).toThrow(
			'Item 1: Expires After (Days) must be a whole number of at least 1 and at most 730, but it is empty',
		);
		expect(read({ options: { autoDeleteDays: '', callbackUrl: '' } })).toEqual({
			who: 'o',
			auto_expire_days: 14,
		});
	});

	it.each([
		['Reminders', { reminders: 'perhaps' }],
		['Reminders', { reminders: null }],
		['From Name', { fromName: { by: 'Ada' } }],
		['Redirect URL', { redirectUrl: ['https://example.com'] }],
		['Link Expires After (Days)', { linkExpireDays: 0 }],
		['Link Expires After (Days)', { linkExpireDays: 2.5 }],
	])('refuse by name what is no %s: %j', (label, options) => {
		expect(() => read({ options })).toThrow(`Item 1: ${label} `);
	});

	it.each([1, 730])('take %p days', (days) => {
		expect(read({ expireDays: days })).toMatchObject({ auto_expire_days: days });
	});

	it.each([
		['subject', 'Subject', 512],
		['documentName', 'Document Name', 255],
	])('keep to the length of %s (reference 8, point 12)', (field, label, most) => {
		expect(Object.values(read({ [field]: 'x'.repeat(most) }))).toContain('x'.repeat(most));
		expect(() => read({ [field]: 'x'.repeat(most + 1) })).toThrow(
			`Item 1: ${label} has ${most + 1} characters, but at most ${most} are taken`,
		);
	});
});
