import omit from 'lodash/omit';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { byId, mapped } from '../conformance/support/operationCase';
import { MINUTE_MS, Decisions, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

/** What people decide about a company of B2B Edition stands on the customer of its administrator (decisions page, section 1). */

const linked = z.object({ link: z.object({ key: z.string(), round: z.number(), state: z.string() }) });

const PURPOSE = 'b2b-credit';
const COMPANY = 801;
/** Of the store: whom its administrator is there. */
const CUSTOMER = 34;

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const run = async (operation: string, parameters: INodeParameters): Promise<IDataObject[][]> =>
	outputsOf(await world.run('openTextDecision', { resource: 'decision', operation, ...parameters }));

const ABOUT: INodeParameters = { objectType: 'company', objectId: byId(COMPANY), purpose: PURPOSE };

const asking = (more: INodeParameters = {}): INodeParameters => ({
	...decisions.asking(0, { ...ABOUT, name: 'Credit', watchFields: 'companyName, bcGroupId' }),
	...more,
});

const asked = async (more?: INodeParameters): Promise<string> => {
	const [[item]] = await run('ask', asking(more));
	return linked.parse(item).link.key;
};

const b2b = async (parameters: INodeParameters) => await world.must('bigCommerceB2b', parameters);

const renamed = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'company',
	operation: 'update',
	companyId: byId(COMPANY),
	...mapped({ companyName: 'Another Trading' }),
	...more,
});

const field = z.object({ key: z.string(), namespace: z.string() });

const keysOn = async (customerId: number): Promise<string[]> => {
	const { outputs } = await world.run('bigCommerce', {
		resource: 'customerMetafield',
		operation: 'getAll',
		customerId: byId(customerId),
		returnAll: true,
	});
	return outputs.flat().map(({ json }) => field.parse(json).key);
};

const user = z.object({ id: z.number(), customerId: z.number() });

/** Somebody else manages the company from now on. @returns whom the store has as that person */
async function changeAdministrator(): Promise<number> {
	const content = { lastName: 'New', email: 'nina.new@example.net', role: 0, channelIds: '[1]' };
	const made = await b2b({
		resource: 'companyUser',
		operation: 'create',
		companyId: byId(COMPANY),
		firstName: 'Nina',
		...content,
	});
	const person = { resource: 'companyUser', operation: 'update', userId: byId(5001) };
	await b2b({ ...person, updateFields: { role: 2 } });
	return user.parse(made).customerId;
}

const triggerOf = async () => await decisions.triggerOf({ purpose: PURPOSE, objectType: 'company' });

it('is asked once, on the customer of its administrator', async () => {
	const key = await asked();
	expect(key).toContain(`:company:${COMPANY}:${PURPOSE}:1`);
	expect(await keysOn(CUSTOMER)).toEqual([`company:${COMPANY}:1`]);
	const [, again] = await run('ask', asking());
	expect(again).toMatchObject([{ reason: 'asked already', link: { key } }]);
	const [found, ...others] = await decisions.casesOf(key);
	expect(others).toEqual([]);
	expect(found.variables).toMatchObject({ objectType: 'company', objectId: String(COMPANY) });
});

it('whose administrator changed is not asked twice, and goes on where it stood', async () => {
	const key = await asked();
	const other = await changeAdministrator();
	const [, again] = await run('ask', asking());
	expect(again).toMatchObject([{ reason: 'asked already', link: { key } }]);
	expect(await decisions.casesOf(key)).toHaveLength(1);
	expect(await keysOn(other)).toEqual([]);
	await decisions.decide(key, 'approved');
	const trigger = await triggerOf();
	expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ link: { key }, unchanged: true, clear: true }]);
	await run('finish', { linkKey: key, verdict: 'go', change: 'none' });
	const [, decided] = await run('ask', asking());
	expect(decided).toMatchObject([{ reason: 'decided already', link: { key, state: 'applied' } }]);
	await run('withdraw', { ...ABOUT, options: { alsoFinished: true } });
	expect(await asked()).toContain(`:${PURPOSE}:2`);
	expect(await keysOn(other)).toEqual([`company:${COMPANY}:2`]);
	const [trail] = await run('getAuditTrail', { ...ABOUT, as: 'items' });
	expect(trail.map((entry) => linked.parse(entry).link.round)).toEqual([1, 2]);
	await trigger.close();
});

it('whose question about a part was asked before its administrator changed is not asked about it again', async () => {
	const key = await asked({ options: { part: 'Branch North' } });
	await changeAdministrator();
	const [, again] = await run('ask', asking({ options: { part: 'branch-north' } }));
	expect(again).toMatchObject([{ reason: 'asked already', link: { key } }]);
	const [trail] = await run('getAuditTrail', { ...ABOUT, as: 'items' });
	expect(trail).toMatchObject([{ link: { key, part: 'branch-north' } }]);
});

it('is looked for by names: what lies on other customers is not read', async () => {
	const key = await asked();
	world.sandbox.context.exchanges.clear();
	await run('get', { findBy: 'linkKey', linkKey: key });
	const read = world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.map(({ url }) => decodeURIComponent(url).replace(/^.*\/v3/, ''));
	expect(read.every((url) => /namespace=opentext_link\._archive|key:in=|\/customers\/34\//.test(url))).toBe(
		true,
	);
});

it('is told under its name, finished once, and listed', async () => {
	const trigger = await triggerOf();
	const key = await asked();
	const list = { objectType: 'company', returnAll: true, options: { includeObject: true } };
	expect(await run('getAll', list)).toMatchObject([
		[{ link: { key }, company: { companyId: COMPANY, companyName: 'Example Trading' } }],
		[],
	]);
	await decisions.decide(key, 'approved');
	expect((await trigger.pollOutputs())?.[0]).toMatchObject([
		{ link: { key, objectType: 'company' }, outcome: 'approved', company: { companyId: COMPANY } },
	]);
	const [done] = await run('finish', { linkKey: key, verdict: 'go', change: 'asBefore' });
	expect(done).toMatchObject([{ link: { key, state: 'applied', verdict: 'go' } }]);
	clock.aheadMs = 60 * MINUTE_MS;
	expect(await trigger.pollOutputs()).toBeNull();
	await trigger.close();
});

it('that others renamed is told as changed, and asked anew', async () => {
	const key = await asked();
	await b2b(renamed());
	await decisions.decide(key, 'approved');
	const trigger = await triggerOf();
	expect((await trigger.pollOutputs())?.[0]).toMatchObject([
		{ unchanged: false, changed: ['companyName'], clear: false },
	]);
	await run('finish', { linkKey: key, verdict: 'stop', change: 'none' });
	expect(await asked()).toContain(`:${PURPOSE}:2`);
	await trigger.close();
});

it('that is deleted while people are asked is told once', async () => {
	const key = await asked();
	const trigger = await triggerOf();
	await trigger.pollOutputs();
	await b2b({ resource: 'company', operation: 'delete', companyId: byId(COMPANY) });
	clock.aheadMs = 25 * 60 * MINUTE_MS;
	const progress = (await trigger.pollOutputs())?.[1] ?? [];
	expect(progress).toMatchObject([{ event: 'objectGone', link: { key } }]);
	await trigger.close();
});

describe('For Decision', () => {
	const decided = async () => {
		const key = await asked();
		await decisions.decide(key, 'approved');
		const trigger = await triggerOf();
		await trigger.pollOutputs();
		return { key, trigger };
	};

	const toldAgain = async ({ trigger }: Awaited<ReturnType<typeof decided>>) => {
		clock.aheadMs += 16 * MINUTE_MS;
		const [items] = (await trigger.pollOutputs()) ?? [];
		await trigger.close();
		return items;
	};

	it.each<[string, INodeParameters]>([
		['Company: Update', renamed()],
		[
			'Company: Approve',
			{
				resource: 'company',
				operation: 'approve',
				companyId: byId(COMPANY),
				terms: { customerGroupId: 2, credit: 4000 },
			},
		],
		[
			'Company: Set Status',
			{ resource: 'company', operation: 'setStatus', companyId: byId(COMPANY), status: 2 },
		],
		[
			'Company Credit: Update',
			{
				resource: 'companyCredit',
				operation: 'update',
				companyId: byId(COMPANY),
				updateFields: { creditHold: true },
			},
		],
	])('on %s of the B2B node marks the decision, so that it counts for nobody', async (_name, parameters) => {
		const found = await decided();
		await b2b({ ...parameters, forDecision: found.key });
		if (parameters.operation !== 'update') await b2b(renamed());
		expect(await toldAgain(found)).toMatchObject([{ unchanged: true, changed: [], clear: true, again: 1 }]);
	});

	it('on Company: Update marks the decision also where it goes with another company in one call', async () => {
		const found = await decided();
		const { error } = await world.engine.run({
			node: 'bigCommerceB2b',
			parameters: renamed({
				companyId: byId('={{ $json.companyId }}'),
				...mapped({ companyName: '={{ $json.companyName }}' }),
				forDecision: '={{ $json.key }}',
			}),
			items: [
				{ companyId: COMPANY, companyName: 'Another Trading', key: found.key },
				{ companyId: 802, companyName: 'Other Supplies', key: '' },
			],
			credentials: world.credentials('bigCommerceB2b'),
		});
		expect(error).toBeUndefined();
		const writes = world.sandbox.context.exchanges
			.list({ service: 'bigcommerce' })
			.filter(({ method, url }) => method === 'PUT' && /\/companies\//.test(url));
		expect(writes.map(({ url }) => url)).toEqual([expect.stringMatching(/\/companies\/bulk$/)]);
		expect(await toldAgain(found)).toMatchObject([{ unchanged: true, changed: [], clear: true, again: 1 }]);
	});

	describe('on the BigCommerce node, which cannot read the company', () => {
		const grouped = async (key: string) =>
			await world.must('bigCommerce', {
				resource: 'customer',
				operation: 'update',
				customerId: byId(CUSTOMER),
				updateFields: { company: 'Example Trading' },
				forDecision: key,
			});

		it('is no change of it', async () => {
			const found = await decided();
			await grouped(found.key);
			expect(await toldAgain(found)).toMatchObject([{ unchanged: true, changed: [], clear: true, again: 1 }]);
		});

		it.each(['before', 'after'])('takes what somebody changed %s it for no work of ours', async (when) => {
			const found = await decided();
			if (when === 'before') await b2b(renamed());
			await grouped(found.key);
			if (when === 'after') await b2b(renamed());
			expect(await toldAgain(found)).toMatchObject([
				{ unchanged: false, changed: ['companyName'], clear: false, again: 1 },
			]);
		});

		it('leaves it to the B2B node to tell what is ours', async () => {
			const found = await decided();
			await grouped(found.key);
			await b2b(renamed({ forDecision: found.key }));
			expect(await toldAgain(found)).toMatchObject([{ unchanged: true, changed: [], again: 1 }]);
		});
	});

	it('carries out a decision about something else of the store as well', async () => {
		const order = await world.placeOrder();
		const { key } = await decisions.asked(order);
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		await trigger.pollOutputs();
		await b2b(renamed({ forDecision: key }));
		expect((await decisions.roundOf(order, key)).begun).toMatchObject({ changed: [], heldBy: [] });
		await trigger.close();
	});

	it('without the credential of the store is refused, and nothing is sent', async () => {
		const { key, trigger } = await decided();
		await trigger.close();
		const { bigCommerceB2bApi } = world.credentials('bigCommerceB2b');
		world.sandbox.context.exchanges.clear();
		const { error } = await world.engine.run({
			node: 'bigCommerceB2b',
			parameters: renamed({ forDecision: key }),
			credentials: { bigCommerceB2bApi },
		});
		expect(error?.message).toContain('For Decision needs the BigCommerce credential of the store');
		expect(world.sandbox.context.exchanges.list({ service: 'bigcommerce' })).toEqual([]);
	});

	it('outside a decision needs none', async () => {
		const { bigCommerceB2bApi } = world.credentials('bigCommerceB2b');
		const { error } = await world.engine.run({
			node: 'bigCommerceB2b',
			parameters: renamed(),
			credentials: { bigCommerceB2bApi },
		});
		expect(error).toBeUndefined();
	});
});

it('without the credential of B2B Edition is refused with the words of what lacks', async () => {
	const credentials = omit(world.credentials('openTextDecision'), 'bigCommerceB2bApi');
	const parameters = { resource: 'decision', operation: 'ask', ...asking() };
	const { error } = await world.engine.run({ node: 'openTextDecision', parameters, credentials });
	expect(error?.message).toContain('A company needs the BigCommerce B2B credential');
	expect(await decisions.sandbox.workflow.cases()).toEqual([]);
});
