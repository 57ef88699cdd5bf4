import {
	byKey,
	describeThreeSignatureItems,
	documentOf,
	runSignature,
	serviceWith,
	uuid,
} from '../../../../support/signature';
import { signedDocument } from '../../../../support/signatureFiles';

const GET = { resource: 'document', operation: 'get' };

describe('getting a document', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...GET,
		items: [{ documentId: uuid(1) }, { documentId: 'offer-42' }, byKey('documentId', 'k3')],
		service: () => serviceWith(documentOf(1), documentOf(3)),
		outputs: [
			{ documentId: uuid(1), status: 'sent', outcome: 'pending', final: false },
			{ documentId: uuid(3), externalId: 'k3' },
		],
		refusal: 'Item 2: Document ID must be a UUID, but it is "offer-42"',
	});

	it('takes the document’s address for its ID', async () => {
		const service = serviceWith(documentOf(1));
		const [{ json }] = await runSignature({
			...GET,
			service,
			items: [{ documentId: String(documentOf(1).url) }],
		});
		expect(json).toMatchObject({ documentId: uuid(1) });
	});

	it('leaves links out, which are dead after five minutes (reference 8, point 5), unless the raw data is asked for', async () => {
		const service = serviceWith(signedDocument(1));
		const [{ json }] = await runSignature({ ...GET, service, items: [{ documentId: uuid(1) }] });
		expect(JSON.stringify(json)).not.toContain('files.example.com');
		const raw = await runSignature({ ...GET, service, items: [{ documentId: uuid(1), simplify: false }] });
		expect(raw[0].json).toEqual(signedDocument(1));
	});

	it('says that there is no such document, and what to check', async () => {
		await expect(
			runSignature({ ...GET, service: serviceWith(), items: [{ documentId: uuid(9) }] }),
		).rejects.toMatchObject({
			message: `Item 1: Core Signature knows no document ${uuid(9)}`,
			description: expect.stringContaining('same site'),
		});
	});
});
