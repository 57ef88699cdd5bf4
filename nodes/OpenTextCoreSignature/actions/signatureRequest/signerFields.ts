import type { INodeProperties } from 'n8n-workflow';
import type { SignerRole } from '../../records/signers';

/** Whom a sender can ask for what. */
export type AskedRole = Exclude<SignerRole, 'sender'>;

/** What each role means to the service (reference 5.4, 7.11). */
export const ROLES: Readonly<
	Record<AskedRole, { name: string; description: string; fields: Record<string, boolean> }>
> = {
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

/** Orders that the service takes (reference 5.4). */
export const ORDERS = { least: 0, most: 2_147_483_647, whole: true } as const;

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
		required: true,
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
							'Your own ID of this person, who gets a signing link in place of a mail; who it is you check yourself',
					},
					{
						displayName: 'Language',
						name: 'language',
						type: 'string',
						default: '',
						placeholder: 'e.g. de',
						description: 'Of the mails; left empty, the site decides',
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
						typeOptions: { numberPrecision: 0, minValue: ORDERS.least },
						default: 1,
						description: 'Lower numbers are asked first, equal ones together',
					},
					{
						displayName: 'Password',
						name: 'password',
						type: 'string',
						typeOptions: { password: true },
						default: '',
						description: 'What the person must type before signing',
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
						displayName: 'Required',
						name: 'required',
						type: 'boolean',
						default: true,
						description: 'Whether nothing is sent while the address is empty; others are left out then',
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
			'A list in the service\'s own words: email, full_name, order, approve_only. Who has "required": false is left out without an address.',
	},
];
