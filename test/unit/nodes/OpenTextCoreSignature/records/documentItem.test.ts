import type { IDataObject } from 'n8n-workflow';
import { documentItem } from '../../../../../nodes/OpenTextCoreSignature/records/documentItem';
import { readDocument, requestIdOf } from '../../../../../nodes/OpenTextCoreSignature/transport/documents';
import { documentOf, requestOf, requestUuid, signerOf, uuid } from '../../../support/signature';

const itemOf = (row: IDataObject) => documentItem(readDocument(row));

describe('a document as it is given out', () => {
	it('has words for its state, and neither links nor secrets', () => {
		const pdf = 'https://files.example.com/x?signature=secret';
		const item = itemOf(
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
			itemOf(
				documentOf(1, {
					status: 'de',
					signrequest: requestOf(1, [signerOf('a@example.com', { declined: true, message })]),
				}),
			);
		expect(declined('Wrong total')).toMatchObject({ outcome: 'declined', reason: 'Wrong total' });
		expect(declined(null)).toMatchObject({ outcome: 'declined', reason: null });
	});

	it('has no request before it was sent', () => {
		expect(requestIdOf(readDocument(documentOf(1, { signrequest: null })))).toBeUndefined();
		expect(itemOf(documentOf(1, { status: 'co', signrequest: null }))).toMatchObject({
			requestId: null,
			final: false,
			decidedAt: null,
			signers: [],
		});
	});
});
