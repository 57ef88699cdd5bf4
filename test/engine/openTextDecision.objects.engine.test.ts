import { byId, mapped } from '../conformance/support/operationCase';
import { MINUTE_MS } from './support/decisions';
import {
	linked,
	world,
	decisions,
	sandbox,
	clock,
	PURPOSE,
	run,
	SAMPLES,
	NAMED,
	about,
	asking,
	asked,
	triggerOf,
} from './support/objectQuestions';

describe.each(SAMPLES.map((sample) => [sample.type, sample] as const))(
	'a question about a %s',
	(type, sample) => {
		const id = String(sample.id);
		const { change } = sample;
		const update = { resource: change?.resource ?? '', operation: 'update' };
		const named = NAMED[type] ?? 'id';

		it('is asked once, and its case names what it is about', async () => {
			const key = await asked(sample);
			expect(key).toContain(`:${type}:${id}:${PURPOSE}:1`);
			const [, again] = await run('ask', asking(sample));
			expect(again).toMatchObject([{ reason: 'asked already', link: { key } }]);
			const [found, ...others] = await decisions.casesOf(key);
			expect(others).toEqual([]);
			expect(found.variables).toMatchObject({ objectType: type, objectId: id, reviewReason: 'High value' });
			expect(found.variables).not.toHaveProperty('orderNumber');
		});

		it('is told with the object under the name of its type, finished once, and told no more', async () => {
			const trigger = await triggerOf(sample);
			const key = await asked(sample);
			await decisions.decide(key, 'approved');
			const [[item]] = (await trigger.pollOutputs()) ?? [];
			expect(item).toMatchObject({
				link: { key, objectType: type, objectId: id },
				outcome: 'approved',
				unchanged: true,
				clear: true,
				heldBy: [],
				[type]: { [named]: sample.id },
			});
			const [done] = await run('finish', { linkKey: key, verdict: 'go', change: 'asBefore' });
			expect(done).toMatchObject([{ link: { key, state: 'applied', verdict: 'go' } }]);
			clock.aheadMs = 60 * MINUTE_MS;
			expect(await trigger.pollOutputs()).toBeNull();
			const [found] = await run('get', { findBy: 'question', ...about(sample) });
			expect(found).toMatchObject([{ link: { key, state: 'applied' }, holds: false }]);
			await trigger.close();
		});

		if (change)
			it('whose object was changed by others is told as changed, and asked anew', async () => {
				const key = await asked(sample);
				await world.must('bigCommerce', { ...change?.parameters, ...update });
				await decisions.decide(key, 'approved');
				const trigger = await triggerOf(sample);
				const [[item]] = (await trigger.pollOutputs()) ?? [];
				const [name] = sample.watched.split(', ').slice(-1);
				expect(item).toMatchObject({ unchanged: false, changed: [name], clear: false });
				await run('finish', { linkKey: key, verdict: 'stop', change: 'none' });
				expect(await asked(sample)).toContain(`:${PURPOSE}:2`);
				await trigger.close();
			});

		if (change)
			it('changes that are made for the decision itself count for nobody', async () => {
				const key = await asked(sample);
				await decisions.decide(key, 'approved');
				const trigger = await triggerOf(sample);
				await trigger.pollOutputs();
				await world.must('bigCommerce', { ...change?.parameters, ...update, forDecision: key });
				clock.aheadMs = 16 * MINUTE_MS;
				expect((await trigger.pollOutputs())?.[0]).toMatchObject([
					{ unchanged: true, clear: true, again: 1 },
				]);
				await trigger.close();
			});

		it('is listed, withdrawn and asked anew', async () => {
			const key = await asked(sample);
			const list = { objectType: type, returnAll: true, options: { includeObject: true } };
			expect(await run('getAll', list)).toMatchObject([
				[{ link: { key }, [type]: { [named]: sample.id } }],
				[],
			]);
			const [taken] = await run('withdraw', { ...about(sample), reason: 'Not needed' });
			expect(taken).toMatchObject([{ withdrawn: true, link: { key, state: 'closed' } }]);
			expect((await decisions.casesOf(key))[0].state).toBe('ended');
			expect(await asked(sample)).toContain(`:${PURPOSE}:2`);
			const [trail] = await run('getAuditTrail', { ...about(sample), as: 'items' });
			expect(trail.map((entry) => linked.parse(entry).link.round)).toEqual([1, 2]);
		});

		it('keeps a note once, also when it is asked for by object and purpose, and none once it is withdrawn', async () => {
			const key = await asked(sample);
			const text = 'The supplier was called';
			expect(await run('note', { findBy: 'linkKey', linkKey: key, text })).toMatchObject([
				[{ noted: true, link: { key } }],
				[],
			]);
			await run('note', { findBy: 'question', ...about(sample), text });
			const [trail] = await run('getAuditTrail', { ...about(sample), as: 'items' });
			expect(JSON.stringify(trail).split(text)).toHaveLength(2);
			await run('withdraw', { ...about(sample), reason: 'Not needed' });
			expect(await run('note', { findBy: 'question', ...about(sample), text: 'Too late' })).toMatchObject([
				[],
				[{ noted: false, reason: 'it is closed already' }],
			]);
		});

		it('watches only what such an object has', async () => {
			const { error } = await world.run('openTextDecision', asking(sample, { watchFields: 'nonsense' }));
			expect(error?.message).toContain(
				`Must Stay the Same names "nonsense", which no ${type.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`)} has`,
			);
			expect(await sandbox.workflow.cases()).toEqual([]);
		});
	},
);

it('Finish changes the status of orders alone, and says so before it records anything', async () => {
	const [product] = SAMPLES;
	const key = await asked(product);
	await decisions.decide(key, 'approved');
	const trigger = await triggerOf(product);
	await trigger.pollOutputs();
	const wish = { linkKey: key, verdict: 'go', change: 'status', statusId: 5 };
	const parameters = { resource: 'decision', operation: 'finish', ...wish };
	const { error } = await world.run('openTextDecision', parameters);
	expect(error?.message).toContain('A product has no status that Finish could change');
	const [[found]] = await run('get', { findBy: 'linkKey', linkKey: key });
	expect(found).toMatchObject({ link: { state: 'decided', verdict: null } });
	await trigger.close();
});

it('a variant that is deleted while people are asked is told as gone once, and hides no other', async () => {
	const VARIANT = SAMPLES.filter(({ type }) => type === 'variant')[0];
	const { id } = await world.must('bigCommerce', {
		...{ resource: 'productVariant', operation: 'create', productId: byId(111) },
		...mapped({ sku: 'MUG-LATE', option_values: '[{"option_display_name": "Color", "label": "Late"}]' }),
	});
	const trigger = await triggerOf(VARIANT);
	const [gone, other] = [await asked({ ...VARIANT, id: Number(id) }), await asked(VARIANT)];
	await trigger.pollOutputs();
	await world.must('bigCommerce', {
		...{ resource: 'productVariant', operation: 'delete' },
		...{ productId: byId(111), variantId: byId(Number(id)) },
	});
	await decisions.decide(gone, 'approved');
	await decisions.decide(other, 'approved');
	clock.aheadMs = MINUTE_MS;
	const [decided, progress] = (await trigger.pollOutputs()) ?? [];
	expect(decided).toMatchObject([{ link: { key: other }, clear: true, variant: { id: VARIANT.id } }]);
	expect(progress).toMatchObject([{ event: 'objectGone', link: { key: gone }, variant: null }]);
	await run('finish', { linkKey: other, verdict: 'go', change: 'none' });
	for (const hours of [1, 26, 52]) {
		clock.aheadMs = hours * 60 * MINUTE_MS;
		expect(await trigger.pollOutputs()).toBeNull();
	}
	await trigger.close();
});
