import type { IDataObject } from 'n8n-workflow';
import type { Answer } from '../../../support/serviceDouble';
import type { Switches } from '../../../../sandbox/signature/switches';
import { SandboxSignature } from '../../../support/sandboxSignature';
import {
	callbackOf,
	newWorkflow,
	receiveCallback,
	sweepOnce,
	type SignaturePollOptions,
} from '../../../support/signatureTriggers';

const MINUTE = 60_000;
const START = Date.parse('2026-11-22T10:00:00.000Z');

let model: SandboxSignature;
let staticData: IDataObject;
let workflowId: string;

beforeAll(async () => {
	model = await SandboxSignature.open();
});

afterAll(async () => await model.close());

const begin = (thrown: Partial<Switches> = {}) => {
	model.reset(thrown);
	staticData = {};
	workflowId = newWorkflow();
};

beforeEach(() => {
	jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] });
	begin();
});

afterEach(() => jest.useRealTimers());

const poll = async (options: SignaturePollOptions = {}) =>
	await sweepOnce({ service: model.service, staticData, workflowId, ...options });

const ids = async (options?: SignaturePollOptions) =>
	(await poll(options))?.map(({ eventId }) => eventId) ?? null;

/** The published workflow's first poll, which tells nothing. */
const begun = async (options?: SignaturePollOptions) => expect(await poll(options)).toBeNull();

describe('the first sweep', () => {
	it('begins at the newest event and tells nothing, nor does the next one', async () => {
		model.happen('signed', START - 90 * MINUTE);
		model.happen('signed', START - 2 * MINUTE);
		model.happen('sent', START - MINUTE);
		await begun();
		expect(staticData.last).toBe(START - MINUTE);
		expect(await poll()).toBeNull();
	});

	it('of an empty log begins at the beginning', async () => {
		await begun();
		model.happen('signed', START);
		expect(await ids()).toEqual(['e-1']);
	});

	it('tells what happened within the look-back, oldest first', async () => {
		model.happen('signed', START - 130 * MINUTE);
		model.happen('signed', START - 110 * MINUTE);
		model.happen('declined', START - 10 * MINUTE);
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
		model.happen('signed', START + MINUTE);
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
		model.happen('sent', START - MINUTE);
		await begun();
		for (let index = 0; index < 23; index++) {
			model.happen(index % 2 ? 'viewed' : 'signed', START + index * MINUTE);
		}
		expect(await ids()).toEqual(Array.from({ length: 12 }, (_entry, index) => `e-${2 + 2 * index}`));
		expect(await poll()).toBeNull();
	});

	it('tells each of several with one time once, without any overlap', async () => {
		const parameters = { options: { overlapMinutes: 0 } };
		await begun({ parameters });
		model.happen('signed', START);
		expect(await ids({ parameters })).toEqual(['e-1']);
		model.happen('declined', START);
		expect(await ids({ parameters })).toEqual(['e-2']);
		expect(await ids({ parameters })).toBeNull();
	});
});

describe('a sweep', () => {
	it('finds what the log showed late, within the overlap', async () => {
		model.happen('signed', START);
		await begun();
		model.happen('signed', START - 4 * MINUTE);
		model.happen('signed', START - 6 * MINUTE);
		expect(await ids()).toEqual(['e-2']);
	});

	it('goes on after a restart from its static data: what happened meanwhile comes once', async () => {
		await begun();
		model.happen('signed', START);
		expect(await ids()).toEqual(['e-1']);
		staticData = JSON.parse(JSON.stringify(staticData));
		workflowId = newWorkflow();
		model.happen('declined', START + 600 * MINUTE);
		expect(await ids()).toEqual(['e-2']);
	});

	it('remembers no more than the overlap needs', async () => {
		await begun();
		for (let index = 0; index < 20; index++) model.happen('signed', START + index * MINUTE);
		jest.setSystemTime(START + 19 * MINUTE);
		await poll();
		expect(Object.keys(staticData.seen ?? {})).toEqual(['e-15', 'e-16', 'e-17', 'e-18', 'e-19', 'e-20']);
	});

	it('leaves out documents whose external ID begins otherwise', async () => {
		const parameters = { options: { externalIdPrefix: 'other:' } };
		await begun({ parameters });
		model.happen('signed', START);
		expect(await poll({ parameters })).toBeNull();
		expect(model.lines.filter((line) => line.includes('/documents/'))).toEqual([]);
	});

	it('says of a deleted document that it is gone', async () => {
		await begun();
		model.happen('signed', START);
		model.happen('signed', START, { document: null });
		model.fate = ({ path }) => (path.includes('/documents/') ? { status: 404 } : undefined);
		expect(await poll()).toMatchObject([
			{ documentId: 'd-1', gone: true },
			{ documentId: null, gone: true },
		]);
	});

	it('does nothing when it is switched off', async () => {
		expect(await poll({ parameters: { options: { sweep: false } } })).toBeNull();
		expect(model.lines).toEqual([]);
	});
});

describe('webhook and sweep of one trigger', () => {
	const receive = async (body: IDataObject) =>
		await receiveCallback({ service: model.service, workflowId, body });

	it('do not tell an event twice, whoever comes first', async () => {
		await begun();
		const first = model.happen('signed', START);
		expect((await receive(callbackOf(first))).items).toHaveLength(1);
		expect(await poll()).toBeNull();
		const second = model.happen('declined', START + MINUTE);
		expect(await ids()).toEqual(['e-2']);
		expect(await receive(callbackOf(second))).toMatchObject({ result: {}, items: [] });
	});

	it('at the same time tell it once', async () => {
		await begun();
		const event = model.happen('signed', START);
		const both = await Promise.all([poll(), receive(callbackOf(event))]);
		const [swept, received] = both;
		expect([...(swept ?? []), ...received.items]).toHaveLength(1);
	});

	it('do not lose an event that the webhook could not handle', async () => {
		await begun();
		const event = model.happen('signed', START);
		let down = true;
		model.fate = ({ path }) => (down && path.includes('/documents/') ? { status: 500 } : undefined);
		await expect(receive(callbackOf(event))).rejects.toThrow();
		down = false;
		expect(await ids()).toEqual(['e-1']);
	});
});

describe('a service that does not answer', () => {
	it('leaves the cursor where it was', async () => {
		await begun();
		const before = structuredClone(staticData);
		model.happen('signed', START);
		model.fate = () => ({ status: 503 });
		await expect(poll()).rejects.toMatchObject({
			message: 'Core Signature could not answer for the event log (status 503)',
		});
		expect(staticData).toEqual(before);
		model.fate = () => undefined;
		expect(await ids()).toEqual(['e-1']);
	});

	it.each<[string, Answer, RegExp]>([
		['403', { status: 403 }, /may not do this with document d-2/],
		['500', { status: 500 }, /could not answer for document d-2 \(status 500\)/],
		['a web page with a good status', { status: 200, body: '<html>' }, /answered with a web page/],
		['a document of another name', { status: 200, body: { uuid: 'd-9' } }, /another shape/],
		['a broken connection', { broken: 'ECONNRESET' }, /connection to Core Signature broke/],
	])(
		'for one document, which answers %s for ever: it is told once without it, and hides no other',
		async (_what, answer, why) => {
			await begun();
			model.happen('signed', START, {}, 'd-1');
			model.happen('signed', START + MINUTE, {}, 'd-2');
			model.happen('signed', START + 20 * MINUTE, {}, 'd-3');
			model.fate = ({ path }) => (path.includes('/d-2/') ? answer : undefined);
			const told = await poll();
			expect(told).toMatchObject([
				{ eventId: 'e-1', document: { documentId: 'd-1' } },
				{
					eventId: 'e-2',
					documentId: 'd-2',
					externalId: 'abc123:order:7:sign-off:1',
					unread: expect.stringMatching(why),
				},
				{ eventId: 'e-3', document: { documentId: 'd-3' } },
			]);
			expect(told?.[1]).not.toHaveProperty('document');
			expect(told?.[1]).not.toHaveProperty('gone');
			expect(await poll()).toBeNull();
		},
	);

	it('for a sign-in that is refused for the document alone tells it as unread: the log was read with the same', async () => {
		await begun();
		model.happen('signed', START);
		model.fate = ({ path }) => (path.includes('/documents/') ? { status: 401 } : undefined);
		expect(await poll()).toMatchObject([{ eventId: 'e-1', unread: expect.any(String) }]);
	});

	it('for a sign-in that is refused for the log: nothing is told, and nothing is lost', async () => {
		await begun();
		model.happen('signed', START);
		model.fate = () => ({ status: 401 });
		await expect(poll()).rejects.toMatchObject({ httpCode: '401' });
		model.fate = () => undefined;
		expect(await ids()).toEqual(['e-1']);
	});
});

describe('a row of the log that cannot be used', () => {
	it.each<[string, IDataObject]>([
		['has no id', { uuid: null }],
		['has an id of another kind', { uuid: { a: 1 } }],
		['has no time', { timestamp: null }],
		['has words for a time', { timestamp: 'yesterday' }],
		['has a number for a time', { timestamp: 1795339800 }],
		['has a date that does not exist', { timestamp: '2026-13-45T10:00:00Z' }],
		['has a time in the future', { timestamp: '9999-12-31T23:59:59Z' }],
		['has a time long ago', { timestamp: '0001-01-01T00:00:00Z' }],
		['has no type', { event_type: null }],
		['names a document of another kind', { document: 7 }],
		['names a signer of another kind', { signer: 'ada' }],
	])('and %s hides no other and does not move the cursor from where it should be', async (_what, changes) => {
		await begun();
		model.happen('signed', START);
		Object.assign(model.happen('signed', START + MINUTE), changes);
		model.happen('declined', START + 2 * MINUTE);
		jest.setSystemTime(START + 3 * MINUTE);
		const told = (await ids()) ?? [];
		expect(told.filter((id) => id === 'e-1' || id === 'e-3')).toEqual(['e-1', 'e-3']);
		expect(new Set(told).size).toBe(told.length);
		expect(await poll()).toBeNull();
		jest.setSystemTime(START + 10 * MINUTE);
		model.happen('signed', START + 10 * MINUTE);
		expect(await ids()).toEqual(['e-4']);
		expect(staticData.last).toBe(START + 10 * MINUTE);
	});

	it('for want of a time is told once all the same, without one', async () => {
		await begun();
		model.happen('signed', START);
		Object.assign(model.happen('declined', START + MINUTE), { timestamp: null });
		const told = await poll();
		expect(told).toContainEqual(
			expect.objectContaining({ eventId: 'e-2', event: 'declined', occurredAt: null }),
		);
		workflowId = newWorkflow();
		expect(await poll()).toBeNull();
	});

	it('does not turn the order of the log round', async () => {
		begin({ maxPageSize: 3 });
		for (let index = 0; index < 5; index++) model.happen('signed', START - (60 - index) * MINUTE);
		await begun();
		model.happen('signed', START - MINUTE, { timestamp: '9999-01-01T00:00:00Z' });
		model.happen('declined', START);
		expect(await ids()).toContain('e-7');
	});

	it('is not needed to begin: a cursor that is no time begins anew, one from the future counts from now', async () => {
		staticData = { last: null };
		await begun();
		model.happen('signed', START);
		expect(await ids()).toEqual(['e-1']);
		staticData = { last: START + 10_000 * MINUTE };
		workflowId = newWorkflow();
		model.happen('declined', START + MINUTE);
		expect(await ids()).toContain('e-2');
	});
});

describe('a log that cannot be read', () => {
	it.each<[string, Answer]>([
		['a web page', { status: 200, body: '<html>maintenance</html>' }],
		['JSON that is cut off', { status: 200, body: '{"count":' }],
		['nothing', { status: 200 }],
		['another shape', { status: 200, body: { events: [] } }],
		['a bare list', { status: 200, body: [] }],
	])('(%s) is not an empty one: the poll fails and the cursor stays', async (_what, answer) => {
		await begun();
		model.happen('signed', START);
		const before = structuredClone(staticData);
		model.fate = ({ path }) => (path.endsWith('/events/') ? answer : undefined);
		await expect(poll()).rejects.toMatchObject({
			message: expect.stringContaining('Core Signature answered with'),
		});
		await expect(poll({ mode: 'manual' })).rejects.toThrow('Core Signature answered with');
		expect(staticData).toEqual(before);
		model.fate = () => undefined;
		expect(await ids()).toEqual(['e-1']);
	});

	it('on its second page is not taken for its end', async () => {
		begin({ maxPageSize: 1 });
		await begun();
		model.happen('signed', START);
		model.happen('declined', START);
		model.fate = ({ query }) =>
			query.page === 2 ? { status: 404, body: '<html>not here</html>' } : undefined;
		await expect(poll()).rejects.toMatchObject({ httpCode: '404' });
	});
});

describe('the time of one poll', () => {
	it('when it is up leaves the rest of a backlog to the next one, and always handles one event', async () => {
		await begun();
		for (let index = 0; index < 3; index++) model.happen('signed', START + index * MINUTE, {}, `d-${index}`);
		model.fate = ({ path }) => {
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
		model.happen('signed', START);
		model.happen('declined', START + MINUTE);
		model.happen('viewed', START + 2 * MINUTE);
		expect(await manual()).toMatchObject([{ source: 'sweep', event: 'declined', document: {} }]);
		expect(await manual()).toHaveLength(1);
		expect(staticData).toEqual({});
	});

	it('shows nothing when there is none', async () => {
		model.happen('viewed', START);
		expect(await manual()).toBeNull();
		expect(await manual({ eventTypes: ['viewed'], options: { externalIdPrefix: 'other:' } })).toBeNull();
	});

	it('does not keep the published workflow from telling the event', async () => {
		await begun();
		model.happen('signed', START);
		await manual();
		expect(await ids()).toEqual(['e-1']);
	});
});

describe('an event without a usable time that stands alone in the log (K8)', () => {
	const untimed = (timestamp: unknown) => Object.assign(model.happen('signed', START), { timestamp });
	/** As after a restart of n8n: only the static data is left. */
	const afterRestart = async (laterMs: number) => {
		jest.setSystemTime(Date.now() + laterMs);
		return await ids({ workflowId: newWorkflow() });
	};

	it.each([null, undefined, '', 'yesterday', 1795339800, {}, '2026-13-45T10:00:00Z'])(
		'is told once: %j',
		async (timestamp) => {
			await begun();
			untimed(timestamp);
			expect(await ids()).toEqual(['e-1']);
			for (const minutes of [1, 4, 10, 1_500]) expect(await afterRestart(minutes * MINUTE)).toBeNull();
		},
	);

	it('is not told when it was there before the first sweep, and hides nothing that comes', async () => {
		untimed(null);
		await begun();
		expect(await afterRestart(10 * MINUTE)).toBeNull();
		model.happen('signed', Date.now());
		expect(await ids()).toEqual(['e-2']);
		expect(await afterRestart(10 * MINUTE)).toBeNull();
	});
});

describe('a log that does not keep what it says of its length (K3)', () => {
	it.each([
		{ count: 1, next: null, results: [] },
		{ count: '1', next: null, results: [] },
		{ count: 1, next: 'https://example.com/next', results: [] },
	])('moves no cursor, so that nothing is skipped: %j', async (body) => {
		await begun();
		model.happen('signed', START);
		model.fate = () => ({ status: 200, body });
		await expect(poll()).rejects.toThrow();
		model.fate = () => undefined;
		expect(await ids()).toEqual(['e-1']);
	});
});
