import type { IDataObject } from 'n8n-workflow';
import { ServiceDouble } from '../../../../support/serviceDouble';
import {
	API,
	describeThreeSignatureItems,
	documentOf,
	listOf,
	runSignature,
	uuid,
} from '../../../../support/signature';

const GET_ALL = { resource: 'event', operation: 'getAll' };

const logged = (nth: number, more: IDataObject = {}): IDataObject => ({
	uuid: uuid(100 + nth),
	status: 'ok',
	event_type: 'signer_signed',
	delivered: true,
	delivered_on: '2026-11-22T10:00:01.000000Z',
	callback_status_code: 200,
	timestamp: '2026-11-22T10:00:00.000000Z',
	document: documentOf(nth),
	signer: { email: 'nathan@example.com', full_name: 'Nathan Smith', embed_url: 'https://secret.example.com' },
	...more,
});

const logOf = (...events: IDataObject[]) =>
	new ServiceDouble(({ query }) => {
		const key = query.document__external_id;
		return listOf(events.filter(({ document }) => !key || Object(document).external_id === key));
	});

describe('getting many events', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...GET_ALL,
		items: [{ filters: { externalId: 'k1' } }, { limit: 'many' }, { filters: { externalId: 'k3' } }],
		service: () => logOf(logged(1), logged(3)),
		outputs: [
			{ eventId: uuid(101), documentId: uuid(1), externalId: 'k1' },
			{ eventId: uuid(103), documentId: uuid(3) },
		],
		refusal: 'Item 2: Limit must be a whole number of at least 1, but it is "many"',
	});

	it('tells who did what to which document, and whether anybody was told, without the link that lets one sign', async () => {
		const [{ json }] = await runSignature({ ...GET_ALL, service: logOf(logged(1)) });
		expect(json).toEqual({
			eventId: uuid(101),
			eventType: 'signer_signed',
			failed: false,
			happenedAt: '2026-11-22T10:00:00.000000Z',
			documentId: uuid(1),
			documentName: documentOf(1).name,
			externalId: 'k1',
			signerEmail: 'nathan@example.com',
			signerName: 'Nathan Smith',
			delivered: true,
			deliveredAt: '2026-11-22T10:00:01.000000Z',
			callbackStatus: 200,
		});
	});

	it('tells events of deleted documents and failures as what they are', async () => {
		const event = logged(1, { status: 'error', event_type: 'convert_error', document: null, signer: null });
		const [{ json }] = await runSignature({ ...GET_ALL, service: logOf(event) });
		expect(json).toMatchObject({ failed: true, documentId: null, externalId: null, signerEmail: null });
	});

	it('sends filters by the service’s own names (reference 4.6)', async () => {
		const service = logOf();
		const filters = {
			delivered: 'false',
			documentId: uuid(1),
			eventType: 'signed',
			externalId: 'k1',
		};
		await runSignature({ ...GET_ALL, service, items: [{ filters }] });
		expect(service.lines).toEqual([`GET ${API}/events/`]);
		expect(service.requests[0].query).toEqual({
			delivered: 'false',
			document__uuid: uuid(1),
			event_type: 'signed',
			document__external_id: 'k1',
			page: 1,
			limit: 100,
		});
	});

	it.each([
		['eventType', 'signed'],
		['externalId', 'k2'],
		['documentId', uuid(2)],
		['delivered', 'false'],
	])('leaves out what the filter %s does not fit, also where the service ignores it', async (name, value) => {
		const service = new ServiceDouble(() => listOf([logged(1)]));
		const output = await runSignature({ ...GET_ALL, service, items: [{ filters: { [name]: value } }] });
		expect(output).toEqual([]);
	});
});
