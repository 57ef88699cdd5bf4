import {
	documentItem,
	documentsWith,
	findDocument,
	requestIdOf,
} from '../../../../../nodes/OpenTextCoreSignature/transport/documents';
import { SendingModel } from '../../../support/modelSending';
import { ServiceDouble } from '../../../support/serviceDouble';
import {
	API,
	clientOf,
	documentOf,
	listOf,
	requestOf,
	requestUuid,
	serviceWith,
	signerOf,
	uuid,
} from '../../../support/signature';

describe('finding a document', () => {
	it('reads it by its id', async () => {
		const service = serviceWith(documentOf(1));
		expect(await findDocument(clientOf(service), { id: uuid(1) })).toMatchObject({ external_id: 'k1' });
		expect(service.lines).toEqual([`GET ${API}/documents/${uuid(1)}/`]);
	});

	it('gives nothing when there is none, by either name', async () => {
		expect(await findDocument(clientOf(serviceWith()), { id: uuid(1) })).toBeUndefined();
		expect(await findDocument(clientOf(serviceWith()), { externalId: 'k1' })).toBeUndefined();
	});

	it('takes the newest of those with one external id, since the service does not keep it unique', async () => {
		const service = serviceWith(documentOf(2, { external_id: 'k' }), documentOf(1, { external_id: 'k' }));
		expect(await findDocument(clientOf(service), { externalId: 'k' })).toMatchObject({ uuid: uuid(2) });
		expect(await documentsWith(clientOf(service), 'k')).toHaveLength(2);
	});

	it('applies the filter on our side as well, over all pages, when the service ignores it', async () => {
		const model = new SendingModel({ ignoresFilter: true, pageSize: 2 });
		model.documents.push(...[5, 4, 3, 2, 1].map((number) => documentOf(number)));
		expect(await findDocument(clientOf(model.service), { externalId: 'k1' })).toMatchObject({
			uuid: uuid(1),
		});
		expect(await findDocument(clientOf(model.service), { externalId: 'other' })).toBeUndefined();
	});

	it('asks by the filter that is known (reference 4.1)', async () => {
		const service = new ServiceDouble(() => listOf([]));
		await documentsWith(clientOf(service), 'k&1=ä');
		expect(service.requests[0].query).toMatchObject({ external_id: 'k&1=ä', page: 1 });
	});
});

describe('a document as it is given out', () => {
	it('has words for its state, and neither links nor secrets', () => {
		const pdf = 'https://files.example.com/x?signature=secret';
		const item = documentItem(
			documentOf(1, {
				status: 'si',
				pdf,
				file: pdf,
				security_hash: 'aa',
				signing_log: { pdf, security_hash: 'bb' },
				auto_expire_after: '2026-12-06T10:00:00.000000Z',
				signrequest: requestOf(1, [
					signerOf('a@example.com', { signed: true, signed_on: '2026-11-22T10:00:00.000000Z' }),
					signerOf('b@example.com', {
						signed: true,
						signed_on: '2026-11-22T11:00:00.000000Z',
						embed_url: 'https://sign.example.com/secret',
					}),
				]),
			}),
		);
		expect(item).toMatchObject({
			documentId: uuid(1),
			requestId: requestUuid(1),
			externalId: 'k1',
			name: 'offer-1.pdf',
			status: 'signed',
			statusCode: 'si',
			outcome: 'signed',
			final: true,
			processing: false,
			decidedAt: '2026-11-22T11:00:00.000000Z',
			expiresAt: '2026-12-06T10:00:00.000000Z',
			documentHash: 'aa',
			signingLogHash: 'bb',
		});
		expect(JSON.stringify(item)).not.toContain('secret');
		expect(item).not.toHaveProperty('reason');
	});

	it('has a reason when it was declined, which may be empty', () => {
		const declined = (message: string | null) =>
			documentItem(
				documentOf(1, {
					status: 'de',
					signrequest: requestOf(1, [signerOf('a@example.com', { declined: true, message })]),
				}),
			);
		expect(declined('Wrong total')).toMatchObject({ outcome: 'declined', reason: 'Wrong total' });
		expect(declined(null)).toMatchObject({ outcome: 'declined', reason: null });
	});

	it('has no request before it was sent', () => {
		expect(requestIdOf(documentOf(1, { signrequest: null }))).toBeUndefined();
		expect(documentItem(documentOf(1, { status: 'co', signrequest: null }))).toMatchObject({
			requestId: null,
			final: false,
			decidedAt: null,
			signers: [],
		});
	});
});
