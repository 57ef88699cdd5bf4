import type { IDataObject } from 'n8n-workflow';
import {
	documentOfItem,
	readExternalId,
	readIdentity,
} from '../../../../../nodes/OpenTextCoreSignature/actions/documentFields';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';
import { answering, ok, type ServiceDouble } from '../../../support/serviceDouble';
import { API, clientOf, documentOf, requestUuid, serviceWith, uuid } from '../../../support/signature';

const runOf = (item: IDataObject) => new ItemRun(executeFunctions({ items: [item] }), 0);

const found = async (item: IDataObject, service: ServiceDouble) =>
	(await documentOfItem(runOf(item), clientOf(service))).uuid;

describe('naming a document', () => {
	it.each([
		uuid(1),
		` ${uuid(1).toUpperCase()} `,
		`https://sign.example.com/api/v1/documents/${uuid(1)}/`,
		`/api/v1/documents/${uuid(1)}/`,
	])('takes a UUID or the address of the resource: %p', (documentId) => {
		expect(readIdentity(runOf({ documentId }))).toEqual({ id: uuid(1) });
	});

	it.each(['4711', 'k1', `${uuid(1)}x`, '../webhooks'])('refuses what is neither: %p', (documentId) => {
		expect(() => readIdentity(runOf({ documentId }))).toThrow(
			`Item 1: Document ID must be a UUID, but it is "${documentId}"`,
		);
	});

	it('takes an external id as it stands', () => {
		const entered = { identifyBy: 'externalId', externalId: 'abc123:order:1:sign-off:1' };
		expect(readIdentity(runOf(entered))).toEqual({ externalId: 'abc123:order:1:sign-off:1' });
	});

	it('takes external ids of up to 255 characters (reference 8, point 12)', () => {
		expect(readExternalId(runOf({ externalId: 'k'.repeat(255) }))).toHaveLength(255);
		expect(() => readExternalId(runOf({ externalId: 'k'.repeat(256) }))).toThrow(
			'Item 1: External ID has 256 characters, but at most 255 are kept',
		);
		expect(() => readExternalId(runOf({ externalId: ' ' }))).toThrow('Item 1: External ID is empty');
	});
});

describe('the document of an item', () => {
	const service = () => serviceWith(documentOf(1));

	it('is found by each of its names', async () => {
		expect(await found({ documentId: uuid(1) }, service())).toBe(uuid(1));
		expect(await found({ identifyBy: 'externalId', externalId: 'k1' }, service())).toBe(uuid(1));
		const byRequest = answering({
			[`GET ${API}/signature-requests/${requestUuid(1)}/`]: ok({
				uuid: requestUuid(1),
				document: documentOf(1).url,
			}),
			[`GET ${API}/documents/${uuid(1)}/`]: ok(documentOf(1)),
		});
		expect(await found({ identifyBy: 'requestId', requestId: requestUuid(1) }, byRequest)).toBe(uuid(1));
	});

	it.each([
		[{ documentId: uuid(2) }, `document ${uuid(2)}`],
		[{ identifyBy: 'externalId', externalId: 'k2' }, 'document with external ID k2'],
		[{ identifyBy: 'requestId', requestId: requestUuid(2) }, `signature request ${requestUuid(2)}`],
	])('is missed in words when there is none: %j', async (entered, name) => {
		await expect(found(entered, service())).rejects.toMatchObject({
			message: `Item 1: Core Signature knows no ${name}`,
			description: expect.stringMatching(/^Check .*same site/),
		});
	});
});
