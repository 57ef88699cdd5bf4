import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { signersOf } from '../../transport/signers';
import type { SignatureClient } from '../../transport/SignatureClient';
import { documentOfItem, requestIdentityFields } from '../documentFields';

/** Flags of the signing page (reference 7.5). */
const HIDDEN: Readonly<Record<string, string>> = {
	hideCancel: 'hide_cancel',
	hideDecline: 'hide_decline',
	hideLogin: 'hide_login',
	hideLogo: 'hide_logo',
	hideTitle: 'hide_title',
};

const hiding = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description: `Whether the page is shown without ${what}`,
});

export const getSigningLink: Operation<SignatureClient> = {
	option: {
		name: 'Get Signing Link',
		value: 'getSigningLink',
		description: 'Retrieve the personal link of a signer who was sent with an embed user ID',
		action: 'Get a signing link',
	},
	fields: [
		...requestIdentityFields,
		{
			displayName: 'Signer Email',
			name: 'signerEmail',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. nathan@example.com',
			description: 'Whose link',
		},
		optionsCollection([
			hiding('Hide Cancel', 'hideCancel', 'the button that cancels'),
			hiding('Hide Decline', 'hideDecline', 'the button that declines'),
			hiding('Hide Login', 'hideLogin', 'the offer to log in'),
			hiding('Hide Logo', 'hideLogo', 'the logo'),
			hiding('Hide Title', 'hideTitle', 'the title'),
		]),
	],
	async execute(run, client) {
		const email = run.requiredText('signerEmail', 'Signer Email').toLowerCase();
		const document = await documentOfItem(run, client);
		const same = signersOf(document.signrequest).filter(
			(signer) => String(signer.email).toLowerCase() === email,
		);
		const signer = same.find(({ embed_url: url }) => url) ?? same[0];
		if (!signer) {
			throw run.refuse({
				what: 'The request has no signer with this e-mail address',
				next: 'Check the address; a signer may also have handed the task on to somebody else.',
			});
		}
		return {
			documentId: document.uuid ?? null,
			email: signer.email ?? null,
			signed: signer.signed === true,
			signingLink: linkOf(run, signer),
		};
	},
};

function linkOf(run: ItemRun, { embed_url: link, signed }: IDataObject): string | null {
	// It stops working once signed (reference 7.5).
	if (signed === true) return null;
	if (typeof link !== 'string' || !URL.canParse(link)) {
		throw run.refuse({
			what: 'The service gives no signing link for this signer',
			next: 'Enter an Embed User ID for the signer when you send the request.',
		});
	}
	const url = new URL(link);
	for (const [name, value] of Object.entries(run.collection('options'))) {
		if (value === true && name in HIDDEN) url.searchParams.set(HIDDEN[name], '1');
	}
	return url.toString();
}
