import type { IDataObject } from 'n8n-workflow';
import type { Answer } from '../../../support/serviceDouble';
import { callbackOf, newWorkflow } from '../../../support/signatureTriggers';
import { passTime } from '../../../support/time';
import { event, model, START, trigger } from '../../../support/signatureReceiving';

describe('a callback of a proven sender is read leniently (K9)', () => {
	it.each<IDataObject>([
		{ timestamp: null },
		{ timestamp: 'yesterday' },
		{ timestamp: 1795341600 },
		{ timestamp: '2026-11-22T10:00:00Z' },
		{ status: null },
		{ signer: null },
		{ signer: {} },
		{ signer: { email: null } },
		{ document: null },
		{ document: undefined },
		{ document: { uuid: 'd-1', external_id: null } },
		{ event_time: 1795341600 },
		{ event_time: null },
		{ event_hash: null },
		{ team: null, token_name: null },
	])('and starts the workflow with %j', async (changes) => {
		expect(await trigger()({ body: callbackOf(event, changes) })).toMatchObject({
			items: [{ eventId: 'e-1', event: 'signed', documentId: 'd-1', occurredAt: '2026-11-22T10:00:00.000Z' }],
		});
	});

	it('and is found in the list without a time, where it cannot be read by id', async () => {
		jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] });
		model.switches.eventReadById = false;
		expect((await trigger()({ body: callbackOf(event, { timestamp: null }) })).items).toHaveLength(1);
		jest.useRealTimers();
	});

	it.each<[string, IDataObject]>([
		['nothing that is known', { hello: 'world' }],
		['no event id', { uuid: null, event_type: 'signed' }],
		['an id that could leave the address', { uuid: '../documents/d-1', event_type: 'signed' }],
		['an id of another kind', { uuid: ['e-1'], event_type: 'signed' }],
		['no event type', { uuid: 'e-1', event_type: null }],
		['an event type of another kind', { uuid: 'e-1', event_type: 7 }],
	])('and is answered with 200, so that it does not come again, when it holds %s', async (_what, body) => {
		expect(await trigger()({ body })).toEqual({ result: {}, status: undefined, items: [] });
		expect(model.lines).toEqual([]);
	});

	it('also when the log does not tell the time of the event', async () => {
		const body = callbackOf(event);
		Object.assign(event, { timestamp: null });
		const { items } = await trigger()({ body });
		expect(items).toMatchObject([{ eventId: 'e-1', occurredAt: null }]);
	});
});

describe('a document that cannot be read', () => {
	const failing = (answer: Answer) => {
		model.fate = ({ path }) => (path.includes('/documents/') ? answer : undefined);
	};

	it.each([400, 403, 405, 410])(
		'because the service answers %i never becomes a lasting 500: the event is told without it',
		async (status) => {
			failing({ status });
			const { items, status: answered } = await trigger()();
			expect(answered).toBeUndefined();
			expect(items).toMatchObject([
				{ eventId: 'e-1', documentId: 'd-1', unread: expect.stringContaining('document d-1') },
			]);
			expect(items[0]).not.toHaveProperty('document');
		},
	);

	it.each<Answer>([
		{ status: 500 },
		{ status: 503 },
		{ broken: 'ECONNRESET' },
		{ status: 200, body: '<html>' },
		{ status: 401 },
	])('just now (%j) fails, so that the service calls again', async (answer) => {
		jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] });
		failing(answer);
		const receive = trigger();
		await expect(passTime(async () => await receive())).rejects.toThrow();
		model.fate = () => undefined;
		expect((await receive()).items).toHaveLength(1);
		jest.useRealTimers();
	});

	it('is told also when its external ID is not known, since it may be one of those that are wanted', async () => {
		event.document = { uuid: 'd-1' };
		failing({ status: 403 });
		const parameters = { options: { externalIdPrefix: 'abc123:' } };
		expect((await trigger({ parameters })()).items).toMatchObject([
			{ externalId: null, unread: expect.any(String) },
		]);
	});
});

describe('a log that is closed', () => {
	it('says nothing against a sender who is proven: what the callback said is told, and that it is no more than that', async () => {
		model.fate = ({ path }) => (path.includes('/events/') ? { status: 403 } : undefined);
		const receive = trigger();
		const { items } = await receive();
		expect(items).toMatchObject([
			{
				eventId: 'e-1',
				event: 'signed',
				documentId: 'd-1',
				unread: 'This client or user may not do this with the event log',
				document: { outcome: 'signed' },
			},
		]);
		expect(await receive()).toMatchObject({ result: {}, items: [] });
	});

	it('for one event only is looked through as a list', async () => {
		model.fate = ({ path }) => (path.includes('/events/e-1/') ? { status: 405 } : undefined);
		const { items } = await trigger()();
		expect(items).toMatchObject([{ eventId: 'e-1' }]);
		expect(items[0]).not.toHaveProperty('unread');
	});
});

describe('a repeat', () => {
	it('is dropped and answered well, and asks nothing', async () => {
		const receive = trigger();
		expect((await receive()).items).toHaveLength(1);
		expect(await receive()).toMatchObject({ result: {}, items: [] });
		expect(model.lines).toHaveLength(2);
	});

	it('is news for another trigger', async () => {
		const workflowId = newWorkflow();
		expect((await trigger({ workflowId })()).items).toHaveLength(1);
		expect((await trigger()()).items).toHaveLength(1);
	});

	it('of 20 at once starts the workflow once', async () => {
		const receive = trigger();
		const told = await Promise.all(Array.from({ length: 20 }, async () => await receive()));
		expect(told.flatMap(({ items }) => items)).toHaveLength(1);
		expect(model.lines).toHaveLength(2);
	});

	it('that arrives while the first is under way fails with it, so that the service calls again', async () => {
		jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] });
		const receive = trigger();
		let down = true;
		model.fate = ({ path }) => (down && path.includes('/documents/') ? { status: 503 } : undefined);
		const { result } = await passTime(async () => await Promise.allSettled([receive(), receive()]));
		expect(result.map((each) => each.status)).toEqual(['rejected', 'rejected']);
		down = false;
		expect((await receive()).items).toHaveLength(1);
		jest.useRealTimers();
	});

	it('is handled when the log could not be read for the first', async () => {
		jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] });
		const receive = trigger();
		let down = true;
		model.fate = () => (down ? { broken: 'ECONNRESET' } : undefined);
		const { result, waitedMs } = await passTime(async () => await Promise.allSettled([receive(), receive()]));
		expect(result.map((each) => each.status)).toEqual(['rejected', 'rejected']);
		expect(waitedMs).toBeLessThan(9_000);
		down = false;
		expect((await receive()).items).toHaveLength(1);
		jest.useRealTimers();
	});
});
