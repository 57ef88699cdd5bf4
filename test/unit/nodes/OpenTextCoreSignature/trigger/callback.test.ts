import type { IDataObject } from 'n8n-workflow';
import { agrees, parseCallback } from '../../../../../nodes/OpenTextCoreSignature/trigger/callback';
import type { ServiceEvent } from '../../../../../nodes/OpenTextCoreSignature/trigger/serviceEvent';

const BODY: IDataObject = {
	uuid: '0b8f0c5e-0000-4000-8000-000000000001',
	status: 'ok',
	event_type: 'signer_signed',
	timestamp: '2026-11-22T09:30:00.123456Z',
	document: { uuid: 'd-1', external_id: 'deal-42', status: 'vi' },
	signer: { email: 'ada@example.com', full_name: 'Ada' },
};

const LOGGED: ServiceEvent = {
	id: '0b8f0c5e-0000-4000-8000-000000000001',
	type: 'signer_signed',
	status: 'ok',
	at: Date.parse('2026-11-22T09:30:00.123Z'),
	signer: { email: 'ada@example.com', name: 'Ada' },
	documentId: 'd-1',
	externalId: 'deal-42',
};

const fits = (changes: IDataObject = {}, logged: Partial<ServiceEvent> = {}) => {
	const callback = parseCallback({ ...BODY, ...changes });
	return callback && agrees(callback, { ...LOGGED, ...logged });
};

describe('the body of a callback', () => {
	it.each([
		undefined,
		null,
		'text',
		[],
		{},
		{ ...BODY, uuid: undefined },
		{ ...BODY, uuid: '../documents/1' },
		{ ...BODY, uuid: '' },
		{ ...BODY, event_type: '' },
		{ ...BODY, timestamp: 'yesterday' },
		{ ...BODY, timestamp: undefined },
		{ ...BODY, document: 'https://example.com/api/v1/documents/1/' },
		{ ...BODY, signer: { name: 'nobody' } },
	])('%j is none', (body) => {
		expect(parseCallback(body)).toBeUndefined();
	});

	it('agrees with the log when it says the same', () => {
		expect(fits()).toBe(true);
	});

	it.each<IDataObject>([
		{ uuid: '0b8f0c5e-0000-4000-8000-000000000002' },
		{ event_type: 'signed' },
		{ status: 'error' },
		{ status: null },
		{ timestamp: '2026-11-22T09:30:00.124Z' },
		{ document: { uuid: 'd-2', external_id: 'deal-42' } },
		{ document: { uuid: 'd-1', external_id: 'deal-43' } },
		{ document: null },
		{ document: undefined },
		{ signer: { email: 'eve@example.com' } },
		{ signer: null },
	])('does not agree when it says something else: %j', (changes) => {
		expect(fits(changes)).toBe(false);
	});

	it('does not agree when it names a signer and the log none', () => {
		expect(fits({}, { signer: null })).toBe(false);
	});

	it.each<IDataObject>([{ status: undefined }, { signer: undefined }, { document: { uuid: 'd-1' } }])(
		'may leave out what it does not need to say: %j',
		(changes) => {
			expect(fits(changes)).toBe(true);
		},
	);

	it('agrees on an event without a document', () => {
		expect(fits({ document: null }, { documentId: null, externalId: undefined })).toBe(true);
	});
});
