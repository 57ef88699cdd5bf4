import type { IDataObject } from 'n8n-workflow';
import {
	agrees,
	canBeAbout,
	parseCallback,
} from '../../../../../nodes/OpenTextCoreSignature/callbacks/callback';
import { readDocument } from '../../../../../nodes/OpenTextCoreSignature/transport/documents';
import type { ServiceEvent } from '../../../../../nodes/OpenTextCoreSignature/transport/serviceEvent';

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
	isTimed: true,
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
		{ ...BODY, uuid: { a: 1 } },
		{ ...BODY, event_type: 7 },
	])('%j is none: it names no event', (body) => {
		expect(parseCallback(body)).toBeUndefined();
	});

	it('agrees with the log when it says the same', () => {
		expect(fits()).toBe(true);
	});

	it.each<IDataObject>([
		{ uuid: '0b8f0c5e-0000-4000-8000-000000000002' },
		{ event_type: 'signed' },
		{ document: { uuid: 'd-2', external_id: 'deal-42' } },
		{ document: { uuid: 'd-1', external_id: 'deal-43' } },
	])('does not agree when it says something else: %j', (changes) => {
		expect(fits(changes)).toBe(false);
	});

	it.each<IDataObject>([
		{ status: undefined },
		{ status: 'error' },
		{ timestamp: '2026-11-22T09:31:00.124Z' },
		{ signer: { email: 'eve@example.com' } },
		{ uuid: '0B8F0C5E-0000-4000-8000-000000000001' },
		{ event_type: ' Signer_Signed ' },
		{ status: null },
		{ status: 7 },
		{ signer: undefined },
		{ signer: null },
		{ signer: {} },
		{ signer: { email: null } },
		{ signer: { email: 'ADA@example.com' } },
		{ signer: 'ada' },
		{ document: { uuid: 'd-1' } },
		{ document: { uuid: 'd-1', external_id: null } },
		{ document: null },
		{ document: undefined },
		{ document: {} },
		{ document: 'd-1' },
		{ timestamp: undefined },
		{ timestamp: null },
		{ timestamp: 'yesterday' },
		{ timestamp: 1795339800 },
		{ timestamp: {} },
		{ timestamp: '2026-11-22T09:30:00Z' },
		{ timestamp: '2026-11-22T10:30:00.123456+01:00' },
		{ event_time: 1795339800 },
		{ event_time: null },
		{ team: null },
	])('may leave out what it does not need to say, or say it in another way: %j', (changes) => {
		expect(fits(changes)).toBe(true);
	});

	it('agrees on an event without a document', () => {
		expect(fits({ document: null }, { documentId: null, externalId: undefined })).toBe(true);
	});
});

describe('a callback whose event the log does not show', () => {
	const canBe = (changes: IDataObject, document: IDataObject) => {
		const callback = parseCallback({ ...BODY, ...changes });
		const row: IDataObject = { external_id: 'deal-42', ...document };
		return callback && canBeAbout(callback, readDocument(row));
	};

	it.each<[string, string, boolean]>([
		['signed', 'si', true],
		['signed', 'sd', true],
		['signed', 'do', true],
		['signed', 'zz', true],
		['signed', 'se', false],
		['signed', 'vi', false],
		['signed', 'de', false],
		['declined', 'de', true],
		['declined', 'si', false],
		['cancelled', 'ca', true],
		['cancelled', 'se', false],
		['expired', 'xp', true],
		['expired', 'se', false],
		['signer_signed', 'se', true],
		['sent', 'si', true],
	])('%s of a document with status %s is possible: %p', (type, status, expected) => {
		expect(canBe({ event_type: type }, { status })).toBe(expected);
	});

	it('says nothing while the document is worked on, and is impossible with another external ID', () => {
		expect(canBe({ event_type: 'signed' }, { status: 'se', processing: true })).toBe(true);
		expect(canBe({ event_type: 'sent' }, { status: 'se', external_id: 'deal-43' })).toBe(false);
	});
});
