import type { IDataObject } from 'n8n-workflow';
import {
	documentLocator,
	documentOfItem,
	documentOfRequest,
	readExternalId,
	requestLocator,
} from '../../../../../nodes/OpenTextCoreSignature/actions/documentFields';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';
import { faultsOf } from '../../../support/editor';
import { answering, ok, type ServiceDouble } from '../../../support/serviceDouble';
import {
	API,
	byDocument,
	byKey,
	clientOf,
	documentOf,
	requestUuid,
	serviceWith,
	uuid,
} from '../../../support/signature';

const runOf = (item: IDataObject) => new ItemRun(executeFunctions({ items: [item] }), 0);

const service = () => serviceWith(documentOf(1));

const found = async (item: IDataObject, from: ServiceDouble = service()) =>
	(await documentOfItem(runOf(item), clientOf(from))).uuid;

const foundByRequest = async (item: IDataObject, from: ServiceDouble = service()) =>
	(await documentOfRequest(runOf(item), clientOf(from))).uuid;

const KNOWN = 'abc123:order:4711:sign-off:1';

describe('picking a document', () => {
	it.each([
		uuid(1),
		` ${uuid(1).toUpperCase()} `,
		`https://sign.example.com/api/v1/documents/${uuid(1)}/`,
		`/api/v1/documents/${uuid(1)}/`,
	])('takes a UUID or the address of the resource: %p', async (documentId) => {
		expect(await found({ documentId })).toBe(uuid(1));
	});

	it.each(['4711', 'k1', `${uuid(1)}x`, '../webhooks'])('refuses what is neither: %p', async (documentId) => {
		await expect(found({ documentId })).rejects.toThrow(
			`Item 1: Document ID must be a UUID, but it is "${documentId}"`,
		);
	});

	it('takes an external id as it stands', async () => {
		const keyed = serviceWith(documentOf(1, { external_id: KNOWN }));
		expect(await found({ ...byKey('documentId', KNOWN) }, keyed)).toBe(uuid(1));
	});

	it('takes external ids of up to 255 characters (reference 8, point 12)', async () => {
		const long = 'k'.repeat(256);
		expect(readExternalId(runOf({ externalId: 'k'.repeat(255) }))).toHaveLength(255);
		expect(() => readExternalId(runOf({ externalId: long }))).toThrow(
			'Item 1: External ID has 256 characters, but at most 255 are kept',
		);
		expect(() => readExternalId(runOf({ externalId: ' ' }))).toThrow('Item 1: External ID is empty');
		await expect(found({ ...byKey('documentId', long) })).rejects.toThrow('256 characters');
		await expect(found({ ...byKey('documentId', ' ') })).rejects.toThrow('Item 1: External ID is empty');
	});

	it.each([
		[{ documentId: uuid(2) }, `document ${uuid(2)}`],
		[byKey('documentId', 'k2'), 'document with external ID k2'],
	])('is missed in words when there is none: %j', async (entered, name) => {
		await expect(found({ ...entered })).rejects.toMatchObject({
			message: `Item 1: Core Signature knows no ${name}`,
			description: expect.stringMatching(/^Check .*same site/),
		});
	});
});

describe('picking a signature request', () => {
	it('finds its document by each of its names', async () => {
		expect(await foundByRequest({ ...byDocument(1) })).toBe(uuid(1));
		expect(await foundByRequest({ ...byKey('signatureRequestId', 'k1') })).toBe(uuid(1));
		const byRequest = answering({
			[`GET ${API}/signature-requests/${requestUuid(1)}/`]: ok({
				uuid: requestUuid(1),
				document: documentOf(1).url,
			}),
			[`GET ${API}/documents/${uuid(1)}/`]: ok(documentOf(1)),
		});
		expect(await foundByRequest({ signatureRequestId: requestUuid(1) }, byRequest)).toBe(uuid(1));
	});

	it.each([
		[byDocument(2), `document ${uuid(2)}`],
		[byKey('signatureRequestId', 'k2'), 'document with external ID k2'],
		[{ signatureRequestId: requestUuid(2) }, `signature request ${requestUuid(2)}`],
	])('is missed in words when there is none: %j', async (entered, name) => {
		await expect(foundByRequest({ ...entered })).rejects.toMatchObject({
			message: `Item 1: Core Signature knows no ${name}`,
			description: expect.stringMatching(/^Check .*same site/),
		});
	});
});

describe('what is typed by hand', () => {
	it.each([
		['id', uuid(1), []],
		['id', `https://sign.example.com/api/v1/documents/${uuid(1)}/`, []],
		['id', '={{ $json.documentId }}', []],
		['id', 'offer-42', ['An ID looks like 0b8f0c5e-0000-4000-8000-000000000001']],
		['externalId', KNOWN, []],
		['externalId', 'k'.repeat(256), ['An external ID has at most 255 characters']],
	])('is checked in the editor already: by %s %p', (mode, value, faults) => {
		for (const locator of [documentLocator, requestLocator]) {
			const entered = { [locator.name]: { __rl: true, mode, value } };
			expect(faultsOf(locator, entered)).toEqual(faults);
		}
	});
});
