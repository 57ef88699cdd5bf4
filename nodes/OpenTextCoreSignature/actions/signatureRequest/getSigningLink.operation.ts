import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { hasToAct, isActing, sameText } from '../../records/signers';
import { personName, type Signer } from '../../transport/signers';
import type { SignatureClient } from '../../transport/SignatureClient';
import { documentOfRequest, requestLocator } from '../documentFields';
import { SIGNING_LINK } from '../../records/signatureRequest';

/** Flags of the signing page (reference 7.5). */
const PARTS = [
	{ name: 'Cancel Button', value: 'hide_cancel' },
	{ name: 'Decline Button', value: 'hide_decline' },
	{ name: 'Login', value: 'hide_login' },
	{ name: 'Logo', value: 'hide_logo' },
	{ name: 'Title', value: 'hide_title' },
];

const OPTION_FIELDS: INodeProperties[] = [
	{
		displayName: 'Hide',
		name: 'hide',
		type: 'multiOptions',
		options: PARTS,
		default: [],
		description: 'What the signing page is shown without',
	},
	{
		displayName: 'Signer Name',
		name: 'signerName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan Smith',
		description: 'Where two signers share an address',
	},
];

export const getSigningLink: Operation<SignatureClient> = {
	option: {
		name: 'Get Signing Link',
		value: 'getSigningLink',
		description: 'Retrieve the personal link of a signer who was sent with an embed user ID',
		action: 'Get a signing link',
	},
	effect: 'read',
	output: SIGNING_LINK,
	fields: [
		requestLocator,
		{
			displayName: 'Signer Email',
			name: 'signerEmail',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. nathan@example.com',
			description: 'Whose link',
		},
		optionsCollection(OPTION_FIELDS),
	],
	async execute(run, client) {
		const email = run.requiredText('signerEmail', 'Signer Email');
		const options = run.fields('options', OPTION_FIELDS);
		const document = await documentOfRequest(run, client);
		const signer = chooseSigner(run, document.signrequest?.signers ?? [], email, options.signerName);
		return {
			documentId: document.uuid ?? null,
			email: signer.email ?? null,
			name: personName(signer),
			signed: signer.signed === true,
			signingLink: linkOf(run, signer, options),
		};
	},
};

/** An address is no key of a person: of several, it is about whoever still has to act, and is asked first. @throws NodeOperationError when that is nobody, or not one alone */
function chooseSigner(run: ItemRun, signers: readonly Signer[], email: string, name: unknown): Signer {
	const same = signers.filter((signer) => sameText(signer.email, email));
	const meant = name ? same.filter((signer) => sameText(personName(signer), name)) : same;
	const acting = meant.filter(isActing);
	const open = acting.filter(hasToAct);
	if (!open.length) return [...acting, ...meant].at(0) ?? noSuchSigner(run, same.length > 0);
	const first = Math.min(...open.map(({ order = 0 }) => order));
	const [signer, ...others] = open.filter(({ order = 0 }) => order === first);
	if (!others.length) return signer;
	throw run.refuse({
		what: 'Several signers with this e-mail address have to sign at the same time',
		next: name
			? 'They have the same name, too: give each a name or an order of their own when you send the request.'
			: 'Add the option Signer Name, to say whose link you need.',
	});
}

function noSuchSigner(run: ItemRun, isNameWrong: boolean): never {
	throw run.refuse(
		isNameWrong
			? {
					what: 'The request has no signer with this e-mail address and name',
					next: 'Check Signer Name, or leave it out where nobody else has the address.',
				}
			: {
					what: 'The request has no signer with this e-mail address',
					next: 'Check the address; a signer may also have handed the task on to somebody else.',
				},
	);
}

function linkOf(
	run: ItemRun,
	{ embed_url: link, signed }: Signer,
	{ hide }: { hide?: unknown },
): string | null {
	// It stops working once signed (reference 7.5).
	if (signed) return null;
	if (!link || !URL.canParse(link)) {
		throw run.refuse({
			what: 'The service gives no signing link for this signer',
			next: 'Enter an Embed User ID for the signer when you send the request.',
		});
	}
	const url = new URL(link);
	const hidden = Array.isArray(hide) ? hide.map(String) : [];
	for (const flag of hidden) url.searchParams.set(flag, '1');
	return url.toString();
}
