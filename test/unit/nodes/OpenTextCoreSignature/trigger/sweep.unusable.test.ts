import type { IDataObject } from 'n8n-workflow';
import type { Answer } from '../../../support/serviceDouble';
import { MINUTE, START, useSweeps } from '../../../support/signatureSweeps';
import { newWorkflow } from '../../../support/signatureTriggers';

const { given, begin, poll, ids, begun } = useSweeps();

describe('a service that does not answer', () => {
	it('leaves the cursor where it was', async () => {
		await begun();
		const before = structuredClone(given.staticData);
		given.model.happen('signed', START);
		given.model.fate = () => ({ status: 503 });
		await expect(poll()).rejects.toMatchObject({
			message: 'Core Signature could not answer for the event log (status 503)',
		});
		expect(given.staticData).toEqual(before);
		given.model.fate = () => undefined;
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
			given.model.happen('signed', START, {}, 'd-1');
			given.model.happen('signed', START + MINUTE, {}, 'd-2');
			given.model.happen('signed', START + 20 * MINUTE, {}, 'd-3');
			given.model.fate = ({ path }) => (path.includes('/d-2/') ? answer : undefined);
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
		given.model.happen('signed', START);
		given.model.fate = ({ path }) => (path.includes('/documents/') ? { status: 401 } : undefined);
		expect(await poll()).toMatchObject([{ eventId: 'e-1', unread: expect.any(String) }]);
	});

	it('for a sign-in that is refused for the log: nothing is told, and nothing is lost', async () => {
		await begun();
		given.model.happen('signed', START);
		given.model.fate = () => ({ status: 401 });
		await expect(poll()).rejects.toMatchObject({ httpCode: '401' });
		given.model.fate = () => undefined;
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
		given.model.happen('signed', START);
		Object.assign(given.model.happen('signed', START + MINUTE), changes);
		given.model.happen('declined', START + 2 * MINUTE);
		jest.setSystemTime(START + 3 * MINUTE);
		const told = (await ids()) ?? [];
		expect(told.filter((id) => id === 'e-1' || id === 'e-3')).toEqual(['e-1', 'e-3']);
		expect(new Set(told).size).toBe(told.length);
		expect(await poll()).toBeNull();
		jest.setSystemTime(START + 10 * MINUTE);
		given.model.happen('signed', START + 10 * MINUTE);
		expect(await ids()).toEqual(['e-4']);
		expect(given.staticData.last).toBe(START + 10 * MINUTE);
	});

	it('for want of a time is told once all the same, without one', async () => {
		await begun();
		given.model.happen('signed', START);
		Object.assign(given.model.happen('declined', START + MINUTE), { timestamp: null });
		const told = await poll();
		expect(told).toContainEqual(
			expect.objectContaining({ eventId: 'e-2', event: 'declined', occurredAt: null }),
		);
		given.workflowId = newWorkflow();
		expect(await poll()).toBeNull();
	});

	it('does not turn the order of the log round', async () => {
		begin({ maxPageSize: 3 });
		for (let index = 0; index < 5; index++) given.model.happen('signed', START - (60 - index) * MINUTE);
		await begun();
		given.model.happen('signed', START - MINUTE, { timestamp: '9999-01-01T00:00:00Z' });
		given.model.happen('declined', START);
		expect(await ids()).toContain('e-7');
	});

	it('is not needed to begin: a cursor that is no time begins anew, one from the future counts from now', async () => {
		given.staticData = { last: null };
		await begun();
		given.model.happen('signed', START);
		expect(await ids()).toEqual(['e-1']);
		given.staticData = { last: START + 10_000 * MINUTE };
		given.workflowId = newWorkflow();
		given.model.happen('declined', START + MINUTE);
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
		given.model.happen('signed', START);
		const before = structuredClone(given.staticData);
		given.model.fate = ({ path }) => (path.endsWith('/events/') ? answer : undefined);
		await expect(poll()).rejects.toMatchObject({
			message: expect.stringContaining('Core Signature answered with'),
		});
		await expect(poll({ mode: 'manual' })).rejects.toThrow('Core Signature answered with');
		expect(given.staticData).toEqual(before);
		given.model.fate = () => undefined;
		expect(await ids()).toEqual(['e-1']);
	});

	it('on its second page is not taken for its end', async () => {
		begin({ maxPageSize: 1 });
		await begun();
		given.model.happen('signed', START);
		given.model.happen('declined', START);
		given.model.fate = ({ query }) =>
			query.page === 2 ? { status: 404, body: '<html>not here</html>' } : undefined;
		await expect(poll()).rejects.toMatchObject({ httpCode: '404' });
	});
});

describe('an event without a usable time that stands alone in the log (K8)', () => {
	const untimed = (timestamp: unknown) => Object.assign(given.model.happen('signed', START), { timestamp });
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
		given.model.happen('signed', Date.now());
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
		given.model.happen('signed', START);
		given.model.fate = () => ({ status: 200, body });
		await expect(poll()).rejects.toThrow();
		given.model.fate = () => undefined;
		expect(await ids()).toEqual(['e-1']);
	});
});
