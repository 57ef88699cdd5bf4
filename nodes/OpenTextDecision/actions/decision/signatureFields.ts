import type { INodeProperties } from 'n8n-workflow';
import type { Question, QuestionSigner } from '../../../shared/decision/roundRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { seenAddress } from '../../../OpenTextCoreSignature/records/address';

/** Characters of a document, so that the question fits where it is kept (decisions page, section 1). */
const DOCUMENT_LENGTH = 40_000;

/** A role stands between the bars of a tag. */
const ROLE = /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u;

/** Orders that the service takes (Core Signature reference 5.4). */
const ORDERS = { least: 0, most: 2_147_483_647, whole: true } as const;

/** Names that the service keeps (Core Signature reference 8, point 12). */
const NAME_LENGTH = 255;

const SIGNER: INodeProperties[] = [
	{
		displayName: 'Approves Only',
		name: 'approvesOnly',
		type: 'boolean',
		default: false,
		description: 'Whether the person approves without a signature on the page',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. nathan@example.com',
		description: 'Where the invitation goes',
	},
	{
		displayName: 'Embedded',
		name: 'embedded',
		type: 'boolean',
		default: false,
		description: 'Whether the person gets a signing link in place of a mail; who it is you check yourself',
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
		description: 'Lower numbers are asked first, equal ones together',
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
		type: 'string',
		default: '',
		placeholder: 'e.g. buyer',
		description: 'What the tags of the document call the person',
	},
];

const shown: INodeProperties['displayOptions'] = { show: { askBy: ['signature'] } };

/** What is signed, and by whom. */
export const signatureFields: INodeProperties[] = [
	{
		displayName: 'Document',
		name: 'document',
		type: 'string',
		typeOptions: { rows: 10 },
		noDataExpression: true,
		displayOptions: shown,
		required: true,
		default: '',
		placeholder: 'e.g. <h1>Order {{ orderNumber }}</h1> [[s|buyer|r:1]]',
		description:
			'HTML, always fixed text: not n8n but this node fills in {{ name }} and {{#lines}} … {{/lines}} from the details, the order, its facts, round and today, so that no value becomes markup. [[s|buyer|r:1]] is where the role buyer signs, [[d|buyer]] a date, [[t|buyer|r:1]] a text, [[c|buyer]] a box to tick.',
	},
	{
		displayName: 'Signers',
		name: 'signers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: shown,
		placeholder: 'Add Signer',
		default: {},
		options: [{ displayName: 'Signer', name: 'signer', values: SIGNER }],
		description: 'Who signs or approves',
	},
];

/** Further options for signatures. */
export const signatureOptions: INodeProperties[] = [
	{
		displayName: 'Allow One Address Twice',
		name: 'oneAddressTwice',
		type: 'boolean',
		displayOptions: { show: { '/askBy': ['signature'] } },
		default: false,
		description: 'Whether two required signers may have the same address',
	},
	{
		displayName: 'Files the Signers Must Add',
		name: 'files',
		type: 'string',
		displayOptions: { show: { '/askBy': ['signature'] } },
		default: '',
		placeholder: 'e.g. Passport, Proof of address',
		description: 'Their names, with commas between them',
	},
];

function signerOf(run: ItemRun, row: Record<string, unknown>, position: number): QuestionSigner {
	const { values } = run;
	const label = (name: string) => `${name} of signer ${position + 1}`;
	const role = values.text(row.role, label('Role'));
	if (!ROLE.test(role)) {
		throw run.refuse({
			what: `${label('Role')} must be letters and digits, but it is "${role}"`,
			next: 'Enter what the tags of the document call the person, for example buyer.',
		});
	}
	const name = values.text(row.name, label('Name')).slice(0, NAME_LENGTH);
	const email = seenAddress(values.text(row.email, label('Email')));
	return {
		role,
		...(name && { name }),
		...(email && { email }),
		order: values.number(row.order ?? 1, label('Order'), ORDERS),
		required: values.flag(row.required ?? true, label('Required')),
		approvesOnly: values.flag(row.approvesOnly ?? false, label('Approves Only')),
		embedded: values.flag(row.embedded ?? false, label('Embedded')),
	};
}

/** What is to be signed, and by whom. @throws NodeOperationError when a field cannot be used */
export function readSignature(
	run: ItemRun,
): Pick<Question, 'document' | 'signers' | 'files' | 'oneAddressTwice'> {
	const document = run.requiredText('document', 'Document');
	if (document.length > DOCUMENT_LENGTH) {
		throw run.refuse({
			what: `Document has ${document.length} characters, but at most ${DOCUMENT_LENGTH} are kept`,
			next: 'Shorten it, or send it with the OpenText Core Signature node.',
		});
	}
	const files = run.list('options.files');
	return {
		document,
		signers: run.rows('signers', 'signer').map((row, position) => signerOf(run, row, position)),
		...(files.length > 0 && { files }),
		...(run.flag('options.oneAddressTwice', false, 'Allow One Address Twice') && { oneAddressTwice: true }),
	};
}
