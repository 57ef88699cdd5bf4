import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';

/** What each role means to the service (reference 5.4, 7.11). */
const ROLES: Readonly<Record<string, { name: string; description: string; fields: IDataObject }>> = {
	signer: { name: 'Signer', description: 'Signs the document', fields: { needs_to_sign: true } },
	approver: {
		name: 'Approver',
		description: 'Approves without a signature on the page',
		fields: { needs_to_sign: true, approve_only: true },
	},
	copy: { name: 'Copy Only', description: 'Gets the finished document', fields: { needs_to_sign: false } },
	watcher: {
		name: 'Watcher',
		description: 'Is told of every step and never acts',
		fields: { needs_to_sign: false, notify_only: true },
	},
};

/** Fields of one signer as the form names them, and as the service does. */
const FORM_FIELDS: Readonly<Record<string, string>> = {
	email: 'email',
	name: 'full_name',
	order: 'order',
	language: 'language',
	embedUserId: 'embed_url_user_id',
	password: 'password',
	redirectUrl: 'redirect_url',
};

/** The people of a request, as a form or as JSON in the service's own words. */
export const signerFields: INodeProperties[] = [
	{
		displayName: 'Enter Signers',
		name: 'signerInput',
		type: 'options',
		options: [
			{ name: 'As Form', value: 'form' },
			{ name: 'As JSON', value: 'json' },
		],
		default: 'form',
		description: 'How the signers are entered',
	},
	{
		displayName: 'Signers',
		name: 'signers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: { show: { signerInput: ['form'] } },
		placeholder: 'Add Signer',
		default: {},
		options: [
			{
				displayName: 'Signer',
				name: 'signer',
				values: [
					{
						displayName: 'Email',
						name: 'email',
						type: 'string',
						default: '',
						placeholder: 'e.g. nathan@example.com',
						description: 'Where the invitation goes',
					},
					{
						displayName: 'Embed User ID',
						name: 'embedUserId',
						type: 'string',
						default: '',
						placeholder: 'e.g. customer-17',
						description:
							'Your own ID of this person. With it the service gives a signing link instead of mailing an invitation; checking who the person is becomes your task.',
					},
					{
						displayName: 'Language',
						name: 'language',
						type: 'string',
						default: '',
						placeholder: 'e.g. de',
						description: 'Of the mails to this person; left empty, the site decides',
					},
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						description: 'The full name',
					},
					{
						displayName: 'Order',
						name: 'order',
						type: 'number',
						default: 1,
						description: 'Lower numbers are asked first; equal numbers at the same time',
					},
					{
						displayName: 'Password',
						name: 'password',
						type: 'string',
						typeOptions: { password: true },
						default: '',
						description: 'What the person must type before signing; tell it by another way',
					},
					{
						displayName: 'Redirect URL',
						name: 'redirectUrl',
						type: 'string',
						default: '',
						placeholder: 'e.g. https://example.com/thanks',
						description: 'Where the person lands after signing',
					},
					{
						displayName: 'Role',
						name: 'role',
						type: 'options',
						options: Object.entries(ROLES).map(([value, { name, description }]) => ({
							name,
							value,
							description,
						})),
						default: 'signer',
						description: 'What the person is asked to do',
					},
				],
			},
		],
		description: 'Who signs, approves or gets a copy',
	},
	{
		displayName: 'Signers (JSON)',
		name: 'signersJson',
		type: 'json',
		displayOptions: { show: { signerInput: ['json'] } },
		default: '[\n  { "email": "nathan@example.com", "full_name": "Nathan", "order": 1 }\n]',
		description:
			"A list in the service's own words, with fields such as email, full_name, order, needs_to_sign and approve_only",
	},
];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * The signers of the item as the service takes them (reference 5.4).
 *
 * @throws NodeOperationError when there is nobody to act, or an address is none
 */
export function readSigners(run: ItemRun): IDataObject[] {
	const signers = run.text('signerInput', 'form') === 'json' ? fromJson(run) : fromForm(run);
	if (!signers.some(({ needs_to_sign: acts, notify_only: watches }) => acts !== false && watches !== true)) {
		throw run.refuse({
			what: 'There is nobody who signs or approves',
			next: 'Add at least one person with role Signer or Approver. Nothing was sent.',
		});
	}
	signers.forEach((signer, position) => {
		if (typeof signer.email === 'string' && EMAIL.test(signer.email)) return;
		throw run.refuse({
			what: `Signer ${position + 1} has no valid e-mail address`,
			next: 'Check the address, or the expression that should fill it. Nothing was sent.',
		});
	});
	return signers;
}

function fromForm(run: ItemRun): IDataObject[] {
	const entered: unknown = run.functions.getNodeParameter('signers', run.index, {});
	const rows = isRecord(entered) && Array.isArray(entered.signer) ? entered.signer.filter(isRecord) : [];
	return rows.map((row) => ({
		...Object.fromEntries(
			Object.entries(FORM_FIELDS)
				.map(([field, name]) => [name, typeof row[field] === 'string' ? row[field].trim() : row[field]])
				.filter(([, value]) => value !== '' && value !== undefined && value !== null),
		),
		...(ROLES[String(row.role ?? 'signer')] ?? ROLES.signer).fields,
	}));
}

function fromJson(run: ItemRun): IDataObject[] {
	const entered: unknown = run.functions.getNodeParameter('signersJson', run.index, '[]');
	const list = typeof entered === 'string' ? parse(run, entered) : entered;
	if (Array.isArray(list) && list.every(isRecord)) return list;
	throw run.refuse({
		what: 'Signers (JSON) must be a list of objects',
		next: 'Enter something like [{"email": "nathan@example.com", "full_name": "Nathan", "order": 1}]. Nothing was sent.',
	});
}

function parse(run: ItemRun, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw run.refuse({
			what: 'Signers (JSON) is not valid JSON',
			next: 'Check quotes, commas and brackets. Nothing was sent.',
		});
	}
}
