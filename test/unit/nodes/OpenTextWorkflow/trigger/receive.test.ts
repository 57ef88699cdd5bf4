import fc from 'fast-check';
import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { OpenTextWorkflowTrigger } from '../../../../../nodes/OpenTextWorkflow/OpenTextWorkflowTrigger.node';
import { runs } from '../../../support/runs';
import { passTime } from '../../../support/time';
import {
	callFunctions,
	CLIENT_SECRET,
	itemsOf,
	NAMED,
	queryOf,
	tenantOf,
	type Call,
} from '../../../support/workflowCalls';

const ALTERATIONS = 1_000;

let workflows = 0;

/** What one call starts, and what it is answered. Without an id of its own it is one of another workflow. */
async function called(call: Omit<Call, 'workflowId'> & { workflowId?: string }) {
	workflows += 1;
	const { functions, statuses } = callFunctions({ workflowId: `called-${workflows}`, ...call });
	const { result } = await passTime(async () => await new OpenTextWorkflowTrigger().webhook.call(functions));
	return { items: itemsOf(result), statuses, noWebhookResponse: result.noWebhookResponse };
}

const TWO = [
	{ id: 'c1', businessKey: 'k1' },
	{ id: 'c2', businessKey: 'k2' },
];

/** One change of the address: it may come to nothing. */
type Change = (query: Record<string, unknown>) => Record<string, unknown>;

const name = fc.constantFrom('key', 'model', 'by', 'secret');

const changes: fc.Arbitrary<Change> = fc.oneof(
	fc
		.tuple(name, fc.string({ unit: 'binary' }))
		.map(([at, value]): Change => (query) => ({ ...query, [at]: value })),
	fc
		.tuple(name, fc.nat(63), fc.constantFrom(...'0123456789abcdefABCDEF \0é'))
		.map(([at, place, other]): Change => (query) => {
			const text = String(query[at]);
			return { ...query, [at]: text.slice(0, place) + other + text.slice(place + 1) };
		}),
	name.map(
		(at): Change =>
			(query) =>
				omit(query, at),
	),
	name.map((at): Change => (query) => ({ ...query, [at]: [query[at], query[at]] })),
	name.map((at): Change => (query) => ({ ...query, [at]: String(query[at]).toUpperCase() })),
	fc
		.tuple(name, name)
		.map(([one, other]): Change => (query) => ({ ...query, [one]: query[other], [other]: query[one] })),
	fc
		.tuple(name, fc.constantFrom('', ' ', '\n', '/', '%00', '"]'))
		.map(([at, end]): Change => (query) => ({ ...query, [at]: `${String(query[at])}${end}` })),
	fc.tuple(name, fc.jsonValue()).map(([at, value]): Change => (query) => ({ ...query, [at]: value })),
	// The name of another case, whose own secret is not known.
	fc.constant<Change>((query) => ({ ...query, key: 'k2' })),
	fc.constant<Change>((query) => ({ ...query, by: 'versionId' })),
);

describe('a call of a trigger that watches by callback', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('tells what happened to the case that it names', async () => {
		const { items, statuses } = await called({ query: await queryOf(), service: tenantOf(...TWO) });
		expect(statuses).toEqual([202]);
		expect(items).toMatchObject([{ event: 'caseEnded', caseId: 'c1', businessKey: 'k1' }]);
	});

	it(`starts nothing and asks nobody when its address was altered, in ${ALTERATIONS} random ways`, async () => {
		const right = await queryOf();
		await fc.assert(
			fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 3 }), async (all) => {
				const query = all.reduce<Record<string, unknown>>((now, change) => change(now), right);
				fc.pre(Object.keys(right).some((at) => query[at] !== right[at]));
				const service = tenantOf(...TWO);
				const { items, statuses } = await called({ query, service });
				expect({ items, statuses, asked: service.lines }).toEqual({ items: [], statuses: [401], asked: [] });
			}),
			runs(ALTERATIONS),
		);
	}, 120_000);

	it('tells of no other case, whatever its body says', async () => {
		const query = await queryOf();
		const about = fc.constantFrom('c2', 'k2', 'c1', 'caseEnded');
		const bodies = fc.oneof(
			fc.jsonValue(),
			fc.record({ processInstanceId: about, businessKey: about, taskId: about, ended: fc.boolean() }),
		);
		await fc.assert(
			fc.asyncProperty(bodies, async (body) => {
				const { items } = await called({ query, body, service: tenantOf(...TWO) });
				expect(items.map(({ caseId }) => caseId)).toEqual(['c1']);
			}),
			runs(200),
		);
	}, 120_000);

	it.each([
		['another trigger', { address: 'https://n8n.example.com/webhook/another/webhook' }],
		['another client secret', { clientSecret: `${CLIENT_SECRET}2` }],
		['no client secret', { clientSecret: '' }],
	])('is refused by %s', async (_whose, more) => {
		const service = tenantOf(...TWO);
		const { items, statuses } = await called({ query: await queryOf(), service, ...more });
		expect({ items, statuses, asked: service.lines }).toEqual({ items: [], statuses: [401], asked: [] });
	});

	it('is taken by another host of the same n8n', async () => {
		const { items } = await called({
			query: await queryOf(),
			service: tenantOf(...TWO),
			address: 'http://10.0.0.7:5678/webhook/1f2e3d4c/webhook',
		});
		expect(items).toHaveLength(1);
	});

	it.each<[string, IDataObject, string[]]>([
		['of a task', { event: 'taskCompleted' }, ['t-c1']],
		['that its filters do not want', { event: 'taskCompleted', assignee: 'nobody@example.com' }, []],
		['of another model', { modelKey: 'another' }, []],
	])('tells one %s', async (_what, parameters, told) => {
		const { items } = await called({ query: await queryOf(), service: tenantOf(...TWO), parameters });
		expect(items.map(({ taskId }) => taskId)).toEqual(told);
	});

	it('tells nothing of what a service gives out that does not filter by case', async () => {
		const all = tenantOf(...TWO);
		const deaf = tenantOf();
		Reflect.set(deaf, 'reply', (request: Parameters<typeof all.reply>[0]) =>
			all.reply({ ...request, query: { ...request.query, processInstanceId: undefined } }),
		);
		const { items } = await called({ query: await queryOf(), service: deaf });
		expect(items.map(({ caseId }) => caseId)).toEqual(['c1']);
	});

	it('tells nothing that the trigger has gone past, whoever told it', async () => {
		const staticData = { event: 'caseEnded', start: Date.parse('2026-11-22T11:30:00.000Z') };
		const call = { query: await queryOf(), service: tenantOf(...TWO), staticData };
		expect((await called(call)).items).toEqual([]);
	});

	it('is not answered a second time when something goes wrong afterwards: that is logged, and left to the poll', async () => {
		const query = await queryOf();
		const { functions, statuses } = callFunctions({ query, service: tenantOf(...TWO), workflowId: 'broken' });
		Reflect.set(functions, 'getWorkflowStaticData', () => {
			throw new TypeError('Nothing is kept');
		});
		const result = await new OpenTextWorkflowTrigger().webhook.call(functions);
		expect({ result, statuses }).toEqual({ result: { noWebhookResponse: true }, statuses: [202] });
		expect(functions.logger.error).toHaveBeenCalledWith(expect.stringContaining('Nothing is kept'));
	});

	it('tells of a second case by the same business key', async () => {
		const query = await queryOf();
		const workflowId = 'same-key';
		const first = await called({ query, workflowId, service: tenantOf({ id: 'c1', businessKey: 'k1' }) });
		const second = await called({ query, workflowId, service: tenantOf({ id: 'c9', businessKey: 'k1' }) });
		expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual(['c1', 'c9']);
	});

	it('names a case whatever its key is made of', async () => {
		const key = fc.string({ minLength: 1, unit: 'grapheme' });
		await fc.assert(
			fc.asyncProperty(key, key, async (businessKey, modelKey) => {
				const query = await queryOf({ ...NAMED, businessKey, modelKey });
				const { statuses } = await called({ query, service: tenantOf({ id: 'c1', businessKey }) });
				expect(statuses).toEqual([202]);
			}),
			runs(100),
		);
	}, 120_000);
});
