import { readEvent } from '../../../../../nodes/OpenTextCoreSignature/transport/serviceEvent';

const RECORD = {
	uuid: 'e-1',
	status: 'ok',
	event_type: 'signer_signed',
	timestamp: '2026-11-22T09:30:00.123456Z',
	document: { uuid: 'd-1', external_id: 'deal-42' },
	signer: { email: 'ada@example.com', full_name: 'Ada', needs_to_sign: true },
};

describe('a record of the event log', () => {
	it('is read with its signer and document', () => {
		expect(readEvent(RECORD)).toEqual({
			id: 'e-1',
			type: 'signer_signed',
			status: 'ok',
			at: Date.parse('2026-11-22T09:30:00.123Z'),
			isTimed: true,
			signer: { email: 'ada@example.com', name: 'Ada' },
			documentId: 'd-1',
			externalId: 'deal-42',
		});
	});

	it('may be about the whole document, one without a key, or one that was deleted', () => {
		expect(readEvent({ ...RECORD, signer: null })).toMatchObject({ signer: null });
		expect(readEvent({ ...RECORD, document: { uuid: 'd-1', external_id: null } })).toMatchObject({
			externalId: null,
		});
		expect(readEvent({ ...RECORD, document: null })).toMatchObject({ documentId: null });
	});

	it('may name its document by address, and its signer by display name (reference 5.4)', () => {
		const id = '0b8f0c5e-0000-4000-8000-000000000001';
		const document = `https://sign.example.com/api/v1/documents/${id}/`;
		const signer = { email: 'ada@example.com', display_name: 'Ada (ada@example.com)' };
		const event = readEvent({ ...RECORD, document, signer });
		expect(event).toMatchObject({ documentId: id, signer: { email: 'ada@example.com', name: 'Ada' } });
		expect(event?.externalId).toBeUndefined();
	});

	it('without id or time is none', () => {
		expect(readEvent({ ...RECORD, uuid: null })).toBeUndefined();
		expect(readEvent({ ...RECORD, timestamp: null })).toBeUndefined();
	});
});
