import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../shared/itemRun';
import { fieldsIn } from '../../shared/record/given';
import { locatorOf, picked, type LocatorTable, type Picked } from '../../shared/record/locator';
import { DOCUMENT_LOCATOR, EXTERNAL_ID, EXTERNAL_ID_LENGTH } from '../records/document';
import { REQUEST_LOCATOR } from '../records/signatureRequest';
import { documentName, findDocument, type Document, type DocumentIdentity } from '../transport/documents';
import { idOfUrl } from '../transport/replies';
import { SIGN_REQUEST } from '../transport/signers';
import type { SignatureClient } from '../transport/SignatureClient';

/** The key that a document is sent with. */
export const externalId: INodeProperties = {
	displayName: EXTERNAL_ID.label,
	name: 'externalId',
	type: 'string',
	required: true,
	default: '',
	placeholder: `e.g. ${EXTERNAL_ID.like}`,
	description: 'Normally a link key; a second Send with it sends nothing and returns what is there',
};

/** For operations on a document that exists. */
export const documentLocator = locatorOf(DOCUMENT_LOCATOR);

/** For operations on a signature request that exists. */
export const requestLocator = locatorOf(REQUEST_LOCATOR);

/** A uuid, entered as such or as the resource's address. @throws NodeOperationError when it is neither */
function asUuid(run: ItemRun, { value, label }: Picked): string {
	const id = /^[0-9a-f-]{36}$/i.test(value) ? value : idOfUrl(value);
	if (id) return id.toLowerCase();
	throw run.refuse({
		what: `${label} must be a UUID, but it is "${value}"`,
		next: 'Take it from the output of Send or Get Many, for example 0b8f0c5e-0000-4000-8000-000000000001.',
	});
}

/** An external id as the service keeps it (reference 8, point 12). @throws NodeOperationError when it is too long */
function asExternalId(run: ItemRun, value: string): string {
	if (value.length <= EXTERNAL_ID_LENGTH) return value;
	throw run.refuse({
		what: `External ID has ${value.length} characters, but at most ${EXTERNAL_ID_LENGTH} are kept`,
		next: 'Use a shorter key.',
	});
}

/** The key to send a document with. @throws NodeOperationError when it is empty or too long */
export const readExternalId = (run: ItemRun): string =>
	asExternalId(run, run.requiredText('externalId', EXTERNAL_ID.label));

/** The document that the item picks, as it stands now. @throws NodeOperationError when there is none */
export const documentOfItem = async (run: ItemRun, client: SignatureClient): Promise<Document> =>
	await documentPicked(run, client, DOCUMENT_LOCATOR, (id) => id);

/** The document of the request that the item picks, as it stands now. @throws NodeOperationError when there is none */
export const documentOfRequest = async (run: ItemRun, client: SignatureClient): Promise<Document> =>
	await documentPicked(run, client, REQUEST_LOCATOR, async (id) => await documentIdOf(run, client, id));

/** @param ofId the document's id, by the id of what is picked */
async function documentPicked(
	run: ItemRun,
	client: SignatureClient,
	locator: LocatorTable,
	ofId: (id: string) => string | Promise<string>,
): Promise<Document> {
	const identity = await identityOf(run, picked(run, locator), ofId);
	const found = await findDocument(client, identity);
	if (found) return found;
	throw run.refuse({
		what: `Core Signature knows no ${documentName(identity)}`,
		next: 'Check it, and that the credential belongs to the same site; it may also have been deleted.',
	});
}

async function identityOf(
	run: ItemRun,
	pick: Picked,
	ofId: (id: string) => string | Promise<string>,
): Promise<DocumentIdentity> {
	if (pick.by === EXTERNAL_ID.mode) return { externalId: asExternalId(run, pick.value) };
	const id = asUuid(run, pick);
	return { id: pick.by === 'id' ? await ofId(id) : id };
}

async function documentIdOf(run: ItemRun, client: SignatureClient, id: string): Promise<string> {
	const subject = `signature request ${id}`;
	const request = await client.find({ path: `/signature-requests/${id}/`, subject }, id);
	const document = request && idOfUrl(fieldsIn(SIGN_REQUEST, request).document);
	if (document) return document;
	throw run.refuse({
		what: `Core Signature knows no ${subject}`,
		next: 'Check the ID, and that the credential belongs to the same site.',
	});
}
