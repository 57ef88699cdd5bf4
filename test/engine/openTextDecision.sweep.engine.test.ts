import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import type { RoundRecord } from '../../nodes/shared/decision/roundRecord';
import { byId } from '../conformance/support/operationCase';
import { DAY_MS, Decisions, MINUTE_MS, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { seedRounds, type SeededRound } from './support/seedRounds';
import { useWorld } from './support/useWorld';

/** What a poll of a store with many decisions costs (decisions page, section 3). */

const PURPOSE = 'risk-review';
const OBJECTS = 1000;
const FINISHED_EACH = 10;
const BUYER = 'buyer@example.com';

const linked = z.object({ link: z.object({ key: z.string() }) });

// Services of their own for each test: the pace is kept by address.
const world = useWorld('ofEachTest');
const decisions = new Decisions(world);
const clock = movableClock();

type AskedBy = RoundRecord['question']['askedBy'];

/** Questions of one sort, of which the store is full. */
interface Sort {
	what: string;
	askedBy: AskedBy;
	objectType: string;
	/** What the trigger is set to besides. */
	options?: INodeParameters;
	/** On what their rounds stand, where that is not the object. */
	carrier?: string;
	/** Makes what they are about. @returns ids */
	objects(): Promise<number[]>;
	/** One of them that is asked about now. */
	one(): Promise<INodeParameters>;
	/** Makes what people have in front of them, where the sweep reads it. */
	putToPeople?(keys: readonly string[]): Promise<void>;
	/** People answer it. @returns its outcome */
	answer(key: string): Promise<string>;
}

/** Ids of objects that nobody reads. */
const numbered = async (): Promise<number[]> =>
	await Promise.resolve(Array.from({ length: OBJECTS }, (_, at) => 5000 + at));

const approve = async (key: string): Promise<string> => {
	await decisions.decide(key, 'approved');
	return 'approved';
};

const orders = async (): Promise<number[]> => {
	await decisions.sandbox.bigCommerce.seed(OBJECTS);
	return Object.keys(world.sandbox.bigCommerce.kept().orders).map(Number);
};

const BY_SIGNATURE: INodeParameters = {
	askBy: 'signature',
	document: '<p>{{ orderNumber }}</p>[[s|buyer|r:1]]',
	signers: { signer: [{ role: 'buyer', email: BUYER, order: 1, required: true }] },
};

const documentOf = async (key: string): Promise<string> => {
	const documents = await decisions.sandbox.signature.documents();
	const { uuid = '' } = documents.find(({ externalId }) => externalId === key) ?? {};
	await world.signatures().mailed(uuid);
	return uuid;
};

/** As many documents that were mailed, made after one that really was. */
async function mailed(keys: readonly string[]): Promise<void> {
	const asking = decisions.asking(await world.placeOrder(), { ...BY_SIGNATURE, purpose: 'another' });
	const [[item]] = outputsOf(await world.run('openTextDecision', asking));
	const uuid = await documentOf(linked.parse(item).link.key);
	const { documents } = world.sandbox.signature.kept();
	const { fields, request, ...rest } = documents[uuid];
	keys.forEach((key, at) => {
		const own = uuid.slice(0, -6) + String(at).padStart(6, '0');
		documents[own] = {
			...rest,
			uuid: own,
			fields: { ...fields, external_id: key },
			request: request && { ...request, uuid: own },
		};
	});
}

const SORTS: readonly Sort[] = [
	{
		what: 'orders, asked by case',
		askedBy: 'case',
		objectType: 'order',
		objects: orders,
		one: async () => decisions.asking(await world.placeOrder()),
		answer: approve,
	},
	{
		what: 'orders, asked by case, with those that are started elsewhere',
		askedBy: 'case',
		objectType: 'order',
		options: {
			elsewhere: { cases: { modelKey: 'order_risk_review', idVariable: 'orderId', partVariable: '' } },
		},
		objects: orders,
		one: async () => decisions.asking(await world.placeOrder()),
		answer: approve,
	},
	{
		what: 'orders, asked by signature',
		askedBy: 'signature',
		objectType: 'order',
		objects: orders,
		one: async () => decisions.asking(await world.placeOrder(), BY_SIGNATURE),
		putToPeople: mailed,
		async answer(key) {
			const uuid = await documentOf(key);
			await decisions.sandbox.signature.act(uuid, { email: BUYER, action: 'sign' });
			await world.signatures().finished(uuid);
			return 'signed';
		},
	},
	{
		what: 'products, asked by case',
		askedBy: 'case',
		objectType: 'product',
		objects: numbered,
		one: async () =>
			await Promise.resolve(
				decisions.asking(0, { objectType: 'product', objectId: byId(111), watchFields: 'name, price' }),
			),
		answer: approve,
	},
	{
		what: 'companies of B2B Edition, asked by case',
		askedBy: 'case',
		objectType: 'company',
		carrier: 'customer',
		objects: numbered,
		one: async () =>
			await Promise.resolve(
				decisions.asking(0, { objectType: 'company', objectId: byId(801), watchFields: 'companyName' }),
			),
		answer: approve,
	},
];

describe.each(SORTS.map((sort) => [sort.what, sort] as const))(
	'a store with 1,000 unfinished and 10,000 finished decisions about %s',
	(_what, { askedBy, objectType, options = {}, carrier = objectType, objects, one, putToPeople, answer }) => {
		/** About each object ten finished ones, and one that people have in front of them or that nobody finished. */
		async function seeded(): Promise<void> {
			const now = Date.now();
			const at = (ms: number) => new Date(ms).toISOString();
			const question = { askedBy, name: 'Seeded', details: [] };
			const finished = Array.from({ length: FINISHED_EACH }, (_, part): SeededRound => ({
				purpose: PURPOSE,
				part: `done-${part}`,
				record: { question, verdict: 'go' },
			}));
			const open: SeededRound = {
				purpose: PURPOSE,
				record: { question, state: 'open', deadline: at(now + 90 * DAY_MS) },
			};
			const stuck: SeededRound = {
				purpose: PURPOSE,
				record: {
					question,
					state: 'decided',
					told: { times: 5, last: at(now - DAY_MS) },
					said: { stuck: at(now) },
				},
			};
			const keys = (await objects()).map((id, index) =>
				seedRounds(world, id, [index % 20 ? open : stuck, ...finished], objectType, { type: carrier, id }),
			);
			await putToPeople?.(keys.map(([unfinished]) => unfinished));
			// Nothing of it is new.
			clock.aheadMs = 30 * MINUTE_MS;
		}

		it('is swept with three calls at most when nothing changed, and still sees what does', async () => {
			await seeded();
			const trigger = await decisions.triggerOf({ objectType, askBy: askedBy, options });
			await decisions.sandbox.exchanges.clear();
			expect(await trigger.pollOutputs()).toBeNull();
			// The whole reading of once a day: 44 pages of records, and what people have in front of them.
			expect((await decisions.sandbox.exchanges.list()).length).toBeLessThan(80);
			const costs: string[][] = [];
			for (let poll = 1; poll <= 6; poll++) {
				clock.aheadMs += 4 * MINUTE_MS;
				await decisions.sandbox.exchanges.clear();
				expect(await trigger.pollOutputs()).toBeNull();
				const calls = await decisions.sandbox.exchanges.list();
				costs.push(calls.map(({ method, url }) => `${method} ${url}`));
			}
			expect(costs.filter(({ length }) => length > 3)).toEqual([]);
			const [[item]] = outputsOf(await world.run('openTextDecision', await one()));
			const { key } = linked.parse(item).link;
			const outcome = await answer(key);
			expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ link: { key }, outcome }]);
			await trigger.close();
		});
	},
);
