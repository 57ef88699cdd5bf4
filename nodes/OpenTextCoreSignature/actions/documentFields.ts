import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { identifiedBy } from '../../shared/fields';
import type { ItemRun } from '../../shared/itemRun';
import { documentName, findDocument, type DocumentIdentity } from '../transport/documents';
import { idOfUrl } from '../transport/replies';
import type { SignatureClient } from '../transport/SignatureClient';

const EXTERNAL_ID_LENGTH = 255;

export const externalId: INodeProperties = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. abc123:order:4711:sign-off:1',
	description: 'The key that the sender of the document gave it; a link key, for example',
};

const documentId: INodeProperties = {
	displayName: 'Document ID',
	name: 'documentId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0b8f0c5e-0000-4000-8000-000000000001',
	description: 'The UUID of the document, or its address',
};

const requestId: INodeProperties = {
	displayName: 'Request ID',
	name: 'requestId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0b8f0c5e-0000-4000-8000-000000000002',
	description: 'The UUID of the signature request, or its address',
};

const identifyBy = (options: INodeProperties['options']): INodeProperties => ({
	displayName: 'Identify By',
	name: 'identifyBy',
	type: 'options',
	options,
	default: 'documentId',
	description: 'How the document is named',
});

const BY_DOCUMENT = { name: 'Document ID', value: 'documentId' };
const BY_KEY = { name: 'External ID', value: 'externalId', description: 'The newest document with this key' };
const BY_REQUEST = { name: 'Request ID', value: 'requestId' };

/** For operations on a document that exists. */
export const identityFields: INodeProperties[] = [
	identifyBy([BY_DOCUMENT, BY_KEY]),
	identifiedBy(documentId, 'documentId'),
	identifiedBy(externalId, 'externalId'),
];

/** For operations on a signature request that exists; its document names it just as well. */
export const requestIdentityFields: INodeProperties[] = [
	identifyBy([BY_DOCUMENT, BY_KEY, BY_REQUEST]),
	identifiedBy(documentId, 'documentId'),
	identifiedBy(externalId, 'externalId'),
	identifiedBy(requestId, 'requestId'),
];

/** A uuid, entered as such or as the resource's address. @throws NodeOperationError when it is neither */
function readUuid(run: ItemRun, name: string, label: string): string {
	const text = run.requiredText(name, label);
	const id = /^[0-9a-f-]{36}$/i.test(text) ? text : idOfUrl(text);
	if (id) return id.toLowerCase();
	throw run.refuse({
		what: `${label} must be a UUID, but it is "${text}"`,
		next: 'Take it from the output of Send or Get Many, for example 0b8f0c5e-0000-4000-8000-000000000001.',
	});
}

/** An external id as the service keeps it (reference 8, point 12). @throws NodeOperationError when it is empty or too long */
export function readExternalId(run: ItemRun): string {
	const text = run.requiredText('externalId', 'External ID');
	if (text.length <= EXTERNAL_ID_LENGTH) return text;
	throw run.refuse({
		what: `External ID has ${text.length} characters, but at most ${EXTERNAL_ID_LENGTH} are kept`,
		next: 'Use a shorter key.',
	});
}

export const readIdentity = (run: ItemRun): DocumentIdentity =>
	run.text('identifyBy', 'documentId') === 'externalId'
		? { externalId: readExternalId(run) }
		: { id: readUuid(run, 'documentId', 'Document ID') };

/** The document of the item as it stands now. @throws NodeOperationError when there is none */
export async function documentOfItem(run: ItemRun, client: SignatureClient): Promise<IDataObject> {
	const identity =
		run.text('identifyBy', 'documentId') === 'requestId'
			? { id: await documentOfRequest(run, client) }
			: readIdentity(run);
	const found = await findDocument(client, identity);
	if (found) return found;
	throw run.refuse({
		what: `Core Signature knows no ${documentName(identity)}`,
		next: 'Check it, and that the credential belongs to the same site; it may also have been deleted.',
	});
}

async function documentOfRequest(run: ItemRun, client: SignatureClient): Promise<string> {
	const id = readUuid(run, 'requestId', 'Request ID');
	const subject = `signature request ${id}`;
	const request = await client.find({ path: `/signature-requests/${id}/`, subject }, id);
	const document = request && idOfUrl(request.document);
	if (document) return document;
	throw run.refuse({
		what: `Core Signature knows no ${subject}`,
		next: 'Check the ID, and that the credential belongs to the same site.',
	});
}
