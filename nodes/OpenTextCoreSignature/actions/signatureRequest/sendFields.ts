import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import { externalId } from '../documentFields';
import { contentFields } from './contentFields';
import { signerFields } from './signerFields';

/** Options whose value goes to the service under its own name (reference 5.1, 5.2). */
const DIRECT: Readonly<Record<string, string>> = {
	fromName: 'from_email_name',
	redirectUrl: 'redirect_url',
	redirectUrlDeclined: 'redirect_url_declined',
	reminders: 'send_reminders',
	disableAttachments: 'disable_attachments',
	autoDeleteDays: 'auto_delete_days',
	linkExpireDays: 'link_expire_days',
	callbackUrl: 'events_callback_url',
};

/** Days that the service takes (reference 8, point 11). */
const DAYS = { least: 1, most: 730, whole: true } as const;

/** As the editor shows it. */
const daysField = { numberPrecision: 0, minValue: DAYS.least, maxValue: DAYS.most };

/** Characters that the service keeps (reference 8, point 12). */
const SUBJECT_LENGTH = 512;
const NAME_LENGTH = 255;
const URL_LENGTH = 2100;

/** Of the options that are texts. */
const OPTION_LENGTHS: Readonly<Record<string, [label: string, most: number]>> = {
	callbackUrl: ['Callback URL', URL_LENGTH],
	fromName: ['From Name', NAME_LENGTH],
	redirectUrl: ['Redirect URL', URL_LENGTH],
	redirectUrlDeclined: ['Redirect URL on Decline', URL_LENGTH],
};

/** The fields of a request, without its document and signers. */
const requestFields: INodeProperties[] = [
	externalId,
	{
		displayName: 'Document Name',
		name: 'documentName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Order 4711: sign-off',
		description: 'How people see the document; left empty, the file name',
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		default: '',
		placeholder: 'e.g. Please sign order 4711',
		description: 'Of the mail to the signers',
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'Of the mail to the signers; simple HTML is allowed (links, lists, bold)',
	},
	{
		displayName: 'Expires After (Days)',
		name: 'expireDays',
		type: 'number',
		typeOptions: daysField,
		default: 14,
		description: 'When the request ends by itself if somebody has not signed',
	},
];

const OPTION_FIELDS: INodeProperties[] = [
	{
		displayName: 'Callback URL',
		name: 'callbackUrl',
		type: 'string',
		default: '',
		// Send and Wait has an address of its own. One field for both is sent to the editor once.
		displayOptions: { hide: { '/operation': ['sendAndWait'] } },
		placeholder: 'e.g. https://n8n.example.com/webhook/signed',
		description: 'Where the service reports the events of this document; the trigger node does not need it',
	},
	{
		displayName: 'Delete After (Days)',
		name: 'autoDeleteDays',
		type: 'number',
		typeOptions: daysField,
		default: 90,
		description: 'How long after its end the document is kept at the service',
	},
	{
		displayName: 'Disable Attachments',
		name: 'disableAttachments',
		type: 'boolean',
		default: true,
		description: 'Whether signers are kept from adding files',
	},
	{
		displayName: 'From Name',
		name: 'fromName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Example Ltd',
		description: 'Shown as the sender; the address itself is that of the credential',
	},
	{
		displayName: 'Link Expires After (Days)',
		name: 'linkExpireDays',
		type: 'number',
		typeOptions: { numberPrecision: 0, minValue: 1 },
		default: 30,
		description: 'How long signers can open the finished document without an account',
	},
	{
		displayName: 'Redirect URL',
		name: 'redirectUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/thanks',
		description: 'Where signers land after signing',
	},
	{
		displayName: 'Redirect URL on Decline',
		name: 'redirectUrlDeclined',
		type: 'string',
		default: '',
		description: 'Where signers land after declining',
	},
	{
		displayName: 'Reminders',
		name: 'reminders',
		type: 'boolean',
		default: true,
		description: 'Whether the service reminds signers by itself',
	},
];

/** Everything about a request: document, people, texts, expiry. */
export const sendFields: INodeProperties[] = [
	...requestFields.slice(0, 1),
	...contentFields,
	...signerFields,
	...requestFields.slice(1),
	optionsCollection(OPTION_FIELDS),
];

/**
 * Texts, expiry and options of the item, as the service takes them; the sender is whoever the token belongs to (reference 2.5).
 *
 * @throws NodeOperationError when a value is out of range
 */
export function readRequest(run: ItemRun): IDataObject {
	const chosen = run.fields('options', OPTION_FIELDS);
	const expireDays = run.number('expireDays', 14, { ...DAYS, label: 'Expires After (Days)' });
	for (const [name, [label, most]] of Object.entries(OPTION_LENGTHS)) {
		limited(run, String(chosen[name] ?? ''), label, most);
	}
	const subject = limited(run, run.text('subject'), 'Subject', SUBJECT_LENGTH);
	const name = limited(run, run.text('documentName'), 'Document Name', NAME_LENGTH);
	const message = run.text('message');
	return {
		who: 'o',
		...(name && { name }),
		...(subject && { subject }),
		...(message && { message }),
		auto_expire_days: expireDays,
		...Object.fromEntries(
			Object.entries(DIRECT)
				.filter(([field]) => chosen[field] !== undefined)
				.map(([field, own]) => [own, chosen[field]]),
		),
	};
}

/** Reference 8, point 12. */
function limited(run: ItemRun, text: string, label: string, most: number): string {
	if (text.length <= most) return text;
	throw run.refuse({
		what: `${label} has ${text.length} characters, but at most ${most} are taken`,
		next: 'Shorten it.',
	});
}
