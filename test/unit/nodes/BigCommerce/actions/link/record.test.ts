import { serializeRound } from '../../../../../../nodes/shared/decision/serializeRound';
import { parseLink } from '../../../../../../nodes/shared/linkRecord';
import { ModelStore } from '../../../../support/modelStore';
import { joined, NOW, orderWithLink, pickedLink, putLink } from '../../../../support/links';
import { describeThreeItems, runOperation } from '../../../../support/operationRun';
import { ok, ServiceDouble } from '../../../../support/serviceDouble';

const RECORD = { resource: 'link', operation: 'record' };

const recording = async (store: ModelStore, more: object) => {
	const [{ json }] = await runOperation({
		...RECORD,
		items: [{ ...pickedLink(7), ...more }],
		service: store.service,
	});
	return json;
};

const stored = (store: ModelStore) => {
	const [field] = store.fields.values();
	return parseLink(field.value);
};

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('recording a step of a link', () => {
	describeThreeItems({
		...RECORD,
		items: [
			{ ...pickedLink(1), state: 'open' },
			{ ...pickedLink(2), state: 'open' },
			{ ...pickedLink(3), state: 'closed' },
		],
		service: () =>
			joined({
				'1': orderWithLink('claimed', 0, '1'),
				'2': orderWithLink('decided', 0, '2'),
				'3': orderWithLink('applied', 0, '3'),
			}),
		outputs: [
			{ changed: true, state: 'open' },
			{ changed: true, state: 'closed' },
		],
		refusal:
			'Item 2: Link abc123:order:2:risk-review:1 cannot be recorded as "open": it is already "decided", and a link never goes back to "open"',
	});

	it('refuses details that a link does not hold, and sends nothing', async () => {
		const store = orderWithLink('open');
		const details = { note: 'x'.repeat(20_000), reason: 'y'.repeat(20_000) };
		await expect(recording(store, { state: 'decided', details })).rejects.toThrow(
			/^Item 1: Details hold 40\d+ characters, but at most 28000 fit in one step of a link$/,
		);
		expect(stored(store)?.state).toBe('open');
	});

	it('refuses a word of If Already Further that cannot be chosen', async () => {
		const store = orderWithLink('open');
		await expect(recording(store, { state: 'decided', ifFurther: 'constructor' })).rejects.toThrow(
			'Item 1: If Already Further must be skip or refuse, but it is "constructor"',
		);
		expect(stored(store)?.state).toBe('open');
	});

	it('keeps who decided what, when and why', async () => {
		const store = orderWithLink('open');
		const decision = {
			outcome: 'approved',
			decidedBy: 'Rita Reviewer',
			decidedAt: '2026-11-22T09:59:00.000Z',
			reason: 'known customer',
		};
		await recording(store, { state: 'decided', details: { ...decision, note: 'by phone' } });
		expect(stored(store)).toMatchObject({
			state: 'decided',
			decision: {
				outcome: 'approved',
				by: 'Rita Reviewer',
				at: '2026-11-22T09:59:00.000Z',
				reason: 'known customer',
			},
		});
		expect(stored(store)?.history.at(-1)).toEqual({
			state: 'decided',
			at: '2026-11-22T10:00:00.000Z',
			run: '77',
			note: 'by phone',
		});
	});

	it('keeps what earlier steps recorded', async () => {
		const store = orderWithLink('claimed');
		await recording(store, { state: 'open', details: { effectId: 'case-1', effectSystem: 'Workflow' } });
		await recording(store, {
			state: 'decided',
			details: { outcome: 'approved', effectUrl: 'https://example.com' },
		});
		await recording(store, { state: 'applied', details: { reason: 'r' } });
		expect(stored(store)).toMatchObject({
			effect: { id: 'case-1', system: 'Workflow', url: 'https://example.com' },
			decision: { outcome: 'approved', reason: 'r' },
		});
	});

	it('changes nothing when the state stands already', async () => {
		const store = orderWithLink('open');
		expect(await recording(store, { state: 'open', details: { note: 'again' } })).toMatchObject({
			changed: false,
			state: 'open',
		});
		expect(store.service.requests.every(({ method }) => method === 'GET')).toBe(true);
	});

	it('keeps the snapshot that was sent and the files that prove the decision', async () => {
		const store = orderWithLink('claimed');
		const documents = [{ name: 'signed document', sha256: 'a'.repeat(64) }];
		await recording(store, { state: 'open', details: { effectSnapshot: '3fa2b1c94d07' } });
		await recording(store, { state: 'decided', details: { documents: JSON.stringify(documents) } });
		expect(stored(store)).toMatchObject({ effect: { snapshot: '3fa2b1c94d07' }, decision: { documents } });
	});

	it.each(['{}', '[{"name":"x"}]', '[{"name":"x","sha256":"not a hash"}]', '"x"', '[null]'])(
		'refuses the documents %s and changes nothing',
		async (documents) => {
			const store = orderWithLink('open');
			await expect(recording(store, { state: 'decided', details: { documents } })).rejects.toMatchObject({
				message: 'Item 1: Documents (JSON) must be a list of objects with name and sha256',
				description: expect.stringContaining('Nothing was sent.'),
			});
			expect(store.service.requests).toEqual([]);
		},
	);

	it.each<[object, string]>([
		[{ documents: '{' }, 'Documents (JSON) is not valid JSON'],
		[{ decidedAt: 'yesterday' }, 'Decided At must be a date and time, but it is "yesterday"'],
		[{ decidedAt: '10:00' }, 'Decided At must be a date and time, but it is "10:00"'],
		[{ effectAt: 20_260_605 }, 'Started At must be a date and time, but it is "20260605"'],
		[{ outcome: { is: 'approved' } }, 'Outcome must be text, but it is an object'],
		[{ effectId: 2 ** 60 }, 'more digits than can be kept'],
	])('refuses %j by name before anything is sent', async (given, message) => {
		const store = orderWithLink('open');
		await expect(recording(store, { state: 'decided', details: { ...given } })).rejects.toThrow(message);
		expect(store.service.requests).toEqual([]);
	});

	it('keeps a time in UTC, whichever way it was entered', async () => {
		const store = orderWithLink('open');
		await recording(store, { state: 'decided', details: { decidedAt: '2026-06-05 10:00' } });
		expect(stored(store)).toMatchObject({ decision: { at: '2026-06-05T10:00:00.000Z' } });
	});

	it('says that it is not known whether the step was written when the answer cannot be read', async () => {
		const store = orderWithLink('open');
		const service = new ServiceDouble(async (request) =>
			request.method === 'PUT' ? ok('<html>maintenance</html>') : await store.answer(request),
		);
		await expect(
			runOperation({ ...RECORD, items: [{ ...pickedLink(7), state: 'decided' }], service }),
		).rejects.toMatchObject({
			description: expect.stringContaining(
				'It is not known whether link abc123:order:7:risk-review:1 was recorded as "decided".',
			),
		});
		expect(service.lines.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
	});

	it('tells what else holds the object as it stands after the step, the newest round of each purpose', async () => {
		const store = orderWithLink('open');
		putLink(store, 'sign-off', 1, 'closed');
		putLink(store, 'sign-off', 2, 'applied', 0, { decision: { outcome: 'signed' } });
		putLink(store, 'credit', 1, 'open');
		const recorded = await recording(store, { state: 'decided', includeOthers: true });
		expect(recorded).toMatchObject({
			state: 'decided',
			otherLinks: [
				{ purpose: 'sign-off', round: 2, state: 'applied', outcome: 'signed' },
				{ purpose: 'credit', round: 1, state: 'open', outcome: null },
			],
		});
	});

	it.each([
		['waits for', undefined, true],
		['was told a Go by', 'go', false],
	] as const)(
		'tells of a question of OpenText Decision that the object %s',
		async (_what, verdict, holds) => {
			const store = orderWithLink('open');
			const at = new Date(NOW).toISOString();
			const value = serializeRound({
				format: 2,
				key: 'abc123:order:7:stock-exception:2',
				state: 'decided',
				holder: '1:before',
				claimedAt: at,
				leaseMs: 300_000,
				question: { askedBy: 'case', name: 'Stock', details: [] },
				watched: {},
				holds: true,
				decided: { outcome: 'approved' },
				...(verdict && { verdict }),
				history: [{ state: 'claimed', at, run: '1' }],
			});
			store.put('opentext_link.stock-exception', 'order:7:2', value);
			expect(await recording(store, { state: 'decided', includeOthers: true })).toMatchObject({
				otherLinks: [{ purpose: 'stock-exception', round: 2, state: 'decided', outcome: 'approved', holds }],
			});
		},
	);

	it.each(['open', 'decided'])(
		'passes nothing on and writes nothing when another run has come further than "%s", if the user wants it so',
		async (state) => {
			const store = orderWithLink('applied');
			const output = await runOperation({
				...RECORD,
				items: [{ ...pickedLink(7), state, ifFurther: 'skip' }],
				service: store.service,
			});
			expect(output).toEqual([]);
			expect(stored(store)).toMatchObject({ state: 'applied' });
			expect(await recording(store, { state: 'applied', ifFurther: 'skip' })).toMatchObject({
				changed: false,
			});
		},
	);

	it('refuses a link that nobody claimed', async () => {
		await expect(recording(new ModelStore('7'), { state: 'open' })).rejects.toMatchObject({
			message: 'Item 1: There is no link abc123:order:7:risk-review:1',
			description: expect.stringContaining('Use Claim first'),
		});
	});

	it.each(['claimed', 'released', 'lost'])(
		'refuses the state "%s" before anything is sent',
		async (state) => {
			const store = orderWithLink('claimed');
			await expect(recording(store, { state })).rejects.toMatchObject({
				message: `Item 1: "${state}" is no state of a link`,
				description: 'Choose one of: open, decided, applied, closed. Nothing was sent.',
			});
			expect(store.service.requests).toEqual([]);
		},
	);
});
