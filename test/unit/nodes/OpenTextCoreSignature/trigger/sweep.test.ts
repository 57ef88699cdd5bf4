import type { IDataObject } from 'n8n-workflow';
import { MINUTE, START, useSweeps } from '../../../support/signatureSweeps';
import { callbackOf, newWorkflow, receiveCallback } from '../../../support/signatureTriggers';

const { given, begin, poll, ids, begun } = useSweeps();

describe('the first sweep', () => {
	it('begins at the newest event and tells nothing, nor does the next one', async () => {
		given.model.happen('signed', START - 90 * MINUTE);
		given.model.happen('signed', START - 2 * MINUTE);
		given.model.happen('sent', START - MINUTE);
		await begun();
		expect(given.staticData.last).toBe(START - MINUTE);
		expect(await poll()).toBeNull();
	});

	it('of an empty log begins at the beginning', async () => {
		await begun();
		given.model.happen('signed', START);
		expect(await ids()).toEqual(['e-1']);
	});

	it('tells what happened within the look-back, oldest first', async () => {
		given.model.happen('signed', START - 130 * MINUTE);
		given.model.happen('signed', START - 110 * MINUTE);
		given.model.happen('declined', START - 10 * MINUTE);
		const parameters = { options: { lookBackHours: 2 } };
		expect(await ids({ parameters })).toEqual(['e-2', 'e-3']);
		expect(await ids({ parameters })).toBeNull();
	});
});

describe.each([
	['newest first', false],
	['oldest first', true],
])('a later sweep, log %s', (_what, eventsOldestFirst) => {
	beforeEach(() => begin({ eventsOldestFirst, maxPageSize: 5 }));

	it('tells an event that no callback announced, with its document', async () => {
		await begun();
		given.model.happen('signed', START + MINUTE);
		expect(await poll()).toEqual([
			{
				source: 'sweep',
				eventId: 'e-1',
				event: 'signed',
				eventStatus: 'ok',
				occurredAt: '2026-11-22T10:01:00.000Z',
				signer: null,
				externalId: 'abc123:order:7:sign-off:1',
				documentId: 'd-1',
				document: expect.objectContaining({ documentId: 'd-1', outcome: 'signed' }),
			},
		]);
		expect(await poll()).toBeNull();
	});

	it('tells every event of a long night once, oldest first, and only the chosen types', async () => {
		given.model.happen('sent', START - MINUTE);
		await begun();
		for (let index = 0; index < 23; index++) {
			given.model.happen(index % 2 ? 'viewed' : 'signed', START + index * MINUTE);
		}
		expect(await ids()).toEqual(Array.from({ length: 12 }, (_entry, index) => `e-${2 + 2 * index}`));
		expect(await poll()).toBeNull();
	});

	it('tells each of several with one time once, without any overlap', async () => {
		const parameters = { options: { overlapMinutes: 0 } };
		await begun({ parameters });
		given.model.happen('signed', START);
		expect(await ids({ parameters })).toEqual(['e-1']);
		given.model.happen('declined', START);
		expect(await ids({ parameters })).toEqual(['e-2']);
		expect(await ids({ parameters })).toBeNull();
	});
});

describe('a sweep', () => {
	it('finds what the log showed late, within the overlap', async () => {
		given.model.happen('signed', START);
		await begun();
		given.model.happen('signed', START - 4 * MINUTE);
		given.model.happen('signed', START - 6 * MINUTE);
		expect(await ids()).toEqual(['e-2']);
	});

	it('goes on after a restart from its static data: what happened meanwhile comes once', async () => {
		await begun();
		given.model.happen('signed', START);
		expect(await ids()).toEqual(['e-1']);
		given.staticData = JSON.parse(JSON.stringify(given.staticData));
		given.workflowId = newWorkflow();
		given.model.happen('declined', START + 600 * MINUTE);
		expect(await ids()).toEqual(['e-2']);
	});

	it('remembers no more than the overlap needs', async () => {
		await begun();
		for (let index = 0; index < 20; index++) given.model.happen('signed', START + index * MINUTE);
		jest.setSystemTime(START + 19 * MINUTE);
		await poll();
		expect(Object.keys(given.staticData.seen ?? {})).toEqual([
			'e-15',
			'e-16',
			'e-17',
			'e-18',
			'e-19',
			'e-20',
		]);
	});

	it('leaves out documents whose external ID begins otherwise', async () => {
		const parameters = { options: { externalIdPrefix: 'other:' } };
		await begun({ parameters });
		given.model.happen('signed', START);
		expect(await poll({ parameters })).toBeNull();
		expect(given.model.lines.filter((line) => line.includes('/documents/'))).toEqual([]);
	});

	it('says of a deleted document that it is gone', async () => {
		await begun();
		given.model.happen('signed', START);
		given.model.happen('signed', START, { document: null });
		given.model.fate = ({ path }) => (path.includes('/documents/') ? { status: 404 } : undefined);
		expect(await poll()).toMatchObject([
			{ documentId: 'd-1', gone: true },
			{ documentId: null, gone: true },
		]);
	});

	it('does nothing when it is switched off', async () => {
		expect(await poll({ parameters: { options: { sweep: false } } })).toBeNull();
		expect(given.model.lines).toEqual([]);
	});
});

describe('webhook and sweep of one trigger', () => {
	const receive = async (body: IDataObject) =>
		await receiveCallback({ service: given.model.service, workflowId: given.workflowId, body });

	it('do not tell an event twice, whoever comes first', async () => {
		await begun();
		const first = given.model.happen('signed', START);
		expect((await receive(callbackOf(first))).items).toHaveLength(1);
		expect(await poll()).toBeNull();
		const second = given.model.happen('declined', START + MINUTE);
		expect(await ids()).toEqual(['e-2']);
		expect(await receive(callbackOf(second))).toMatchObject({ result: {}, items: [] });
	});

	it('at the same time tell it once', async () => {
		await begun();
		const event = given.model.happen('signed', START);
		const both = await Promise.all([poll(), receive(callbackOf(event))]);
		const [swept, received] = both;
		expect([...(swept ?? []), ...received.items]).toHaveLength(1);
	});

	it('do not lose an event that the webhook could not handle', async () => {
		await begun();
		const event = given.model.happen('signed', START);
		let down = true;
		given.model.fate = ({ path }) => (down && path.includes('/documents/') ? { status: 500 } : undefined);
		await expect(receive(callbackOf(event))).rejects.toThrow();
		down = false;
		expect(await ids()).toEqual(['e-1']);
	});
});

describe('the time of one poll', () => {
	it('when it is up leaves the rest of a backlog to the next one, and always handles one event', async () => {
		await begun();
		for (let index = 0; index < 3; index++)
			given.model.happen('signed', START + index * MINUTE, {}, `d-${index}`);
		given.model.fate = ({ path }) => {
			if (path.includes('/documents/')) jest.setSystemTime(Date.now() + 10_000);
			return undefined;
		};
		const told = [await ids({ budgetMs: 8_000 }), await ids({ budgetMs: 16_000 }), await ids()];
		expect(told).toEqual([['e-1'], ['e-2', 'e-3'], null]);
	});
});

describe('a manual test', () => {
	const manual = async (parameters: IDataObject = {}) => await poll({ mode: 'manual', parameters });

	it('shows the newest event of a chosen type and moves nothing', async () => {
		given.model.happen('signed', START);
		given.model.happen('declined', START + MINUTE);
		given.model.happen('viewed', START + 2 * MINUTE);
		expect(await manual()).toMatchObject([{ source: 'sweep', event: 'declined', document: {} }]);
		expect(await manual()).toHaveLength(1);
		expect(given.staticData).toEqual({});
	});

	it('shows nothing when there is none', async () => {
		given.model.happen('viewed', START);
		expect(await manual()).toBeNull();
		expect(await manual({ eventTypes: ['viewed'], options: { externalIdPrefix: 'other:' } })).toBeNull();
	});

	it('does not keep the published workflow from telling the event', async () => {
		await begun();
		given.model.happen('signed', START);
		await manual();
		expect(await ids()).toEqual(['e-1']);
	});
});
