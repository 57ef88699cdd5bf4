import { answering, ok } from '../../../../support/serviceDouble';
import {
	API,
	byDocument,
	byKey,
	describeThreeSignatureItems,
	documentOf,
	requestUuid,
	runSignature,
	serviceWith,
	uuid,
} from '../../../../support/signature';

const GET = { resource: 'signatureRequest', operation: 'get' };

describe('getting a signature request', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...GET,
		items: [byDocument(1), byDocument(2), byKey('signatureRequestId', 'k3')],
		service: () => serviceWith(documentOf(3), documentOf(1)),
		outputs: [{ documentId: uuid(1) }, { documentId: uuid(3), externalId: 'k3' }],
		refusal: `Item 2: Core Signature knows no document ${uuid(2)}`,
	});

	it('gives the progress of its signers in short', async () => {
		const [{ json }] = await runSignature({
			...GET,
			items: [byDocument(1)],
			service: serviceWith(documentOf(1)),
		});
		expect(json).toMatchObject({ outcome: 'pending', signers: [{ role: 'sender' }, { role: 'signer' }] });
	});

	it('gives the request in the words of the service when that is wanted', async () => {
		const raw = { uuid: requestUuid(1), who: 'o', signers: [] };
		const service = answering({
			[`GET ${API}/documents/${uuid(1)}/`]: ok(documentOf(1)),
			[`GET ${API}/signature-requests/${requestUuid(1)}/`]: ok(raw),
		});
		const [{ json }] = await runSignature({
			...GET,
			items: [{ ...byDocument(1), simplify: false }],
			service,
		});
		expect(json).toEqual(raw);
	});

	it('says so when the document was never sent', async () => {
		const service = serviceWith(documentOf(1, { signrequest: null }));
		await expect(
			runSignature({ ...GET, items: [{ ...byDocument(1), simplify: false }], service }),
		).rejects.toMatchObject({ message: `Item 1: Document ${uuid(1)} has not been sent for signature` });
	});
});
