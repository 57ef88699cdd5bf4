import type { RoundRecord } from '../../nodes/shared/decision/roundRecord';
import { archiveNumber, parseArchive } from '../../nodes/BigCommerce/links/archive';
import { METAFIELD_OWNERS } from '../sandbox/bigcommerce/metafields/owners';
import { CLIENT_ID } from '../sandbox/core/fixtures';
import { about, Decisions, outputsOf } from './support/decisions';
import { Doom } from './support/doomed';
import { seedRounds } from './support/seedRounds';
import { useWorld } from './support/useWorld';

/** The stand-in refuses the 251st metafield of an order (BigCommerce reference 2.9). */
const MOST = 250;

const world = useWorld();
const decisions = new Decisions(world);
let doom: Doom;

beforeAll(() => {
	doom = new Doom();
});

afterAll(async () => await doom.close());

const fieldsOf = (id: number) =>
	Object.values(world.sandbox.bigCommerce.kept().metafields).filter(
		({ resource_type: type, resource_id: of }) => type === 'order' && of === id,
	);

/** Finished rounds on an order, each about a part of it. */
const ROUNDS = 48;

/** An order that holds all but one of the metafields that fit: finished rounds of one purpose, one that runs, and what other programs put there. */
async function nearlyFull(more: Partial<RoundRecord> = {}) {
	const id = await world.placeOrder();
	const parts = Array.from({ length: ROUNDS }, (_, at) => ({ part: `p${at}`, at }));
	for (let at = 1; at <= MOST - 2 - ROUNDS; at++) {
		const field = { permission_set: 'read', namespace: 'another-program', key: `k${at}`, value: 'x' };
		world.sandbox.bigCommerce.metafields.create(CLIENT_ID, METAFIELD_OWNERS[0], String(id), field);
	}
	seedRounds(world, id, [
		...parts.map(({ part, at }) => ({
			part,
			purpose: 'complaint',
			record: {
				state: 'applied' as const,
				verdict: 'go' as const,
				claimedAt: new Date(Date.UTC(2020, 0, 1, 0, at)).toISOString(),
				validUntil: '2031-01-01T00:00:00.000Z',
				...more,
			},
		})),
		{ purpose: 'stock', record: { state: 'open', claimedAt: '2019-01-01T00:00:00.000Z' } },
	]);
	return id;
}

const run = async (operation: string, more: object) => {
	const { outputs, error } = await world.run('openTextDecision', {
		resource: 'decision',
		operation,
		...more,
	});
	if (error) throw error;
	return outputs.flat().map(({ json }) => json);
};

const getMany = async (purpose: string) => await run('getAll', { returnAll: true, filters: { purpose } });

const part = (name: string) => ({ options: { part: name } });

describe('an order that comes near the number of metafields that it holds', () => {
	it('still takes the next questions: its oldest finished ones are archived, those that run never', async () => {
		const id = await nearlyFull();
		for (const name of ['new-1', 'new-2', 'new-3']) {
			expect(await decisions.asked(id, part(name))).toMatchObject({ round: 1, state: 'open' });
		}
		const archives = fieldsOf(id).filter((field) => archiveNumber(field) > 0);
		expect(archives).toHaveLength(1);
		const keys = parseArchive(archives[0].value).map(({ key }) => key);
		expect(keys).toHaveLength(20);
		expect(keys[0]).toMatch(/\.p0:complaint:1$/);
		expect(keys[19]).toMatch(/\.p19:complaint:1$/);
		expect(fieldsOf(id)).toHaveLength(MOST - 1 - 20 + 1 + 3);
		expect(fieldsOf(id).filter(({ namespace }) => namespace === 'opentext_link.stock')).toHaveLength(1);
	});

	it('is read as before: Get, Get Many, the audit trail and the next round know what is archived', async () => {
		const id = await nearlyFull();
		const before = await getMany('complaint');
		const trailBefore = await run('getAuditTrail', { ...about(id), askedBy: 'case' });
		await decisions.asked(id, part('new'));
		const after = await getMany('complaint');
		expect(after).toHaveLength(before.length);
		const [got] = await run('get', { findBy: 'question', ...about(id), purpose: 'complaint', part: 'p3' });
		expect(got).toMatchObject({
			link: { part: 'p3', round: 1, state: 'applied', verdict: 'go' },
			validUntil: '2031-01-01T00:00:00.000Z',
			ranOut: false,
		});
		const trail = await run('getAuditTrail', { ...about(id), askedBy: 'case' });
		expect(trail).toHaveLength(trailBefore.length + 1);
		const hashes = (rows: typeof trail) =>
			rows.map(({ questionSha256 }) => questionSha256).slice(0, ROUNDS + 1);
		expect(hashes(trail)).toEqual(hashes(trailBefore));
		const again = { purpose: 'complaint', options: { part: 'p3' } };
		expect(outputsOf(await decisions.ask(id, again))[1]).toMatchObject([{ reason: 'decided already' }]);
		const anew = { purpose: 'complaint', options: { part: 'p3', afterDecision: 'always' } };
		expect(await decisions.asked(id, anew)).toMatchObject({ round: 2, state: 'open' });
	});

	it('waits on for a Stop that is archived', async () => {
		const id = await nearlyFull({ verdict: 'stop', holds: true });
		const { key } = await decisions.asked(id);
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ clear: false }]);
		const [, held] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		const archived: unknown = expect.stringContaining('.p0:complaint:1');
		expect(held).toMatchObject([{ heldBy: expect.arrayContaining([archived]) }]);
		await trigger.close();
	});

	it('whose archiving run is killed at any removal loses nothing and doubles nothing', async () => {
		const id = await nearlyFull();
		const before = (await getMany('complaint')).map(({ link }) => link);
		for (const spares of [0, 7]) {
			await decisions.sandbox.faults.add({
				service: 'bigcommerce',
				kind: 'silentBefore',
				method: 'DELETE',
				path: '/metafields/',
				times: 1,
				spares,
			});
			const parameters = decisions.asking(id, part(`new-${spares}`));
			const doomed = {
				node: 'openTextDecision',
				parameters,
				credentials: world.credentials('openTextDecision'),
			};
			await doom.strike(doomed, () => world.sandbox.context.faults.list().length === 0);
			expect((await getMany('complaint')).map(({ link }) => link)).toEqual(before);
		}
		for (let at = 1; at <= 6; at++) await decisions.asked(id, part(`more-${at}`));
		expect((await getMany('complaint')).map(({ link }) => link)).toEqual(before);
		const archived = fieldsOf(id).flatMap((field) => (archiveNumber(field) ? parseArchive(field.value) : []));
		const keys = archived.map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		const standing = fieldsOf(id).filter(({ namespace }) => namespace === 'opentext_link.complaint');
		expect(standing.length + keys.length).toBe(before.length);
	});

	it('archives once however many runs ask at once', async () => {
		const id = await nearlyFull();
		const before = (await getMany('complaint')).map(({ link }) => link);
		const runs = await Promise.all(
			Array.from({ length: 3 }, async (_, at) => outputsOf(await decisions.ask(id, part(`new-${at}`)))),
		);
		expect(runs.flatMap(([done]) => done)).toHaveLength(3);
		expect((await getMany('complaint')).map(({ link }) => link)).toEqual(before);
	});
});

describe('a customer', () => {
	const CUSTOMER = 32;

	it('with 49 links still takes the next, and the one after it, and each is asked once', async () => {
		const rounds = Array.from({ length: 49 }, (_, at) => ({ purpose: 'credit', part: `p${at}` }));
		seedRounds(world, CUSTOMER, rounds, 'customer');
		const objectId = { __rl: true, mode: 'id', value: String(CUSTOMER) };
		for (const name of ['next-1', 'next-2', 'next-1']) {
			const question = { objectType: 'customer', objectId, purpose: 'credit', options: { part: name } };
			const [done, nothing] = outputsOf(await decisions.ask(0, question));
			expect([...done, ...nothing]).toMatchObject([{ link: { part: name, round: 1, state: 'open' } }]);
		}
		expect(await decisions.sandbox.workflow.cases()).toHaveLength(2);
	});
});
