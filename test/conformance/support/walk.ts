import omit from 'lodash/omit';
import pick from 'lodash/pick';
import type { INodeExecutionData } from 'n8n-workflow';
import { expectNodeSchema } from '../../engine/support/schema';
import { useWorld } from '../../engine/support/useWorld';
import { IS_QUICK } from '../../unit/support/runs';
import { badValues } from './badValues';
import { ownValues } from './joined';
import { lacking } from './lacking';
import { Runner, type Ran } from './run';
import { expectScopes } from './scopes';
import type { Service } from './service';
import { walkCleared } from './walkCleared';
import { walkValues } from './walkValues';
import { operationsOf, titleOf, type Walked } from './walked';

const itemOf = ({ pairedItem }: INodeExecutionData): number =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : -1;

/** What came out of one item. */
const outOf = ({ outputs }: Ran, index: number) => outputs.flat().filter((item) => itemOf(item) === index);

/** How e-mails write a time (RFC 2822), as V2 of a store does: nothing that comes out of a node does. */
const MAIL_TIME = /"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]+ ([+-]\d{4}|GMT)"/;

/** Third items that were carried out although the second stopped the run; of what only reads, the router's own tests tell. */
function carriedOut({ sent, items }: Ran, { effect, batch }: Walked['declared']): string[] {
	if (effect === 'read') return [];
	const own = ownValues(items, 2).map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	// Without a value of its own, every request would be about it.
	expect(own).not.toEqual([]);
	const about = new RegExp(`(?<![\\w-])(${own.join('|')})(?![\\w-])`);
	return (
		sent
			// Of a group that is looked at before it is sent, nothing is carried out by looking.
			.filter(({ method, status }) => !batch || (status < 300 && method !== 'GET'))
			.filter(({ url, requestBody }) =>
				about.test(decodeURIComponent(`${url} ${JSON.stringify(requestBody)}`)),
			)
			.map(({ method, url }) => `${method} ${url}`)
	);
}

/**
 * Walks over every operation of a node and demands of each what an operation of this package has: a case, three items, a schema that
 * fits, requests as the vendor describes them, scopes that suffice and are needed, a row in the README, refusals of bad values.
 *
 * @param folder of the node below `nodes`
 */
export function walk(folder: string, service: Service): void {
	const world = useWorld('kept');

	describe.each(operationsOf(folder).map((walked) => [titleOf(walked), walked] as const))(
		'%s',
		(_title, walked) => {
			const { declared, entry, resource, operation } = walked;

			it('has a case and a row in the README', () => {
				const faults = lacking(walked);
				if (faults.length) throw new Error(faults.join('\n'));
			});

			if (!entry) return;

			const runner = () => new Runner(world, service, walked, entry);

			const expectRequests = ({ sent, error }: Ran) => {
				const writes = runner().writes(sent);
				if (declared.effect === 'read') expect(writes).toEqual([]);
				else if (!error) expect(writes.length).toBeGreaterThan(0);
				expect(service.faults?.(sent) ?? []).toEqual([]);
			};

			const expectGood = ({ entered, ...ran }: Ran, index: number) => {
				const found = outOf({ entered, ...ran }, index);
				expect(found.length).toBeGreaterThan(0);
				expect(found[0].json).toMatchObject(entry.gives(entered[index]));
				// What came in is the user's own.
				const brought = declared.addsToItem ? Object.keys(ran.items[index] ?? {}) : [];
				for (const { json } of found) {
					expect(JSON.stringify(omit(json, brought))).not.toMatch(MAIL_TIME);
					expectNodeSchema(
						folder,
						resource,
						operation,
						entry.names ? pick(json, entry.names) : omit(json, brought),
					);
				}
			};

			if (entry.oneAtATime) {
				it('does its work for one item as the vendor describes it, and gives what its schema says', async () => {
					const ran = await runner().one();
					expect(ran.error).toBeUndefined();
					expectGood(ran, 0);
					expectRequests(ran);
				});

				it('refuses three items and sends nothing', async () => {
					const ran = await runner().three('continueRegularOutput');
					expect(ran.outputs[0].map(({ json }) => json)).toEqual(
						[1, 2, 3].map((item) => ({
							error: expect.stringMatching(`^Item ${item}: `),
							details: expect.anything(),
						})),
					);
					expect(String(ran.outputs[0][0].json.error).replace('Item 1: ', '')).toMatch(entry.refusal);
					expect(ran.sent).toEqual([]);
				});
			} else {
				it('goes on past the second of three items with Continue On Fail, paired, as schema and vendor describe it', async () => {
					const ran = await runner().three('continueRegularOutput');
					expect(ran.error).toBeUndefined();
					expectGood(ran, 0);
					expectGood(ran, 2);
					expect(outOf(ran, 1).map(({ json }) => json)).toEqual([
						{
							error: expect.stringMatching(/^Item 2: /),
							details: expect.objectContaining({ description: expect.any(String) }),
						},
					]);
					expect(String(outOf(ran, 1)[0].json.error).replace('Item 2: ', '')).toMatch(entry.refusal);
					const order = ran.outputs.flat().map(itemOf);
					expect(order).toEqual([...order].sort());
					if (entry.silent) expect(ran.sent).toEqual([]);
					else expectRequests(ran);
				});

				const { beginsAll = false } = declared;
				const third = beginsAll ? 'carries out the third all the same' : 'does not carry out the third';
				it(`fails at the second of three items without it, and ${third}`, async () => {
					const ran = await runner().three();
					expect(ran.outputs).toEqual([]);
					expect(ran.error).toMatchObject({
						message: expect.stringMatching(/^Item 2: /),
						description: expect.any(String),
						context: { itemIndex: 1 },
					});
					expect(carriedOut(ran, declared).length > 0).toBe(beginsAll);
				});
			}

			// What follows runs an operation once for each scope, type of object and value: minutes.
			if (IS_QUICK) return;

			const { limited } = service;
			if (limited) {
				it('does its work with exactly the scopes that it declares, and names the one that is missing', async () => {
					await expectScopes(runner(), walked, (scopes) => limited(world, scopes));
				});
			}

			for (const [other, prepare] of Object.entries(entry.others ?? {})) {
				it(`does its work for ${other}, as schema and vendor describe it and with exactly the scopes that it declares`, async () => {
					const otherRunner = new Runner(world, service, walked, { ...entry, prepare });
					const ran = await otherRunner.one();
					expect(ran.error).toBeUndefined();
					expectGood(ran, 0);
					expectRequests(ran);
					if (limited) await expectScopes(otherRunner, walked, (scopes) => limited(world, scopes));
				});
			}

			const bad = badValues(walked);
			if (bad.length > 0) {
				it('refuses values that do not fit their field, by its name, and sends no change', async () => {
					const faults: string[] = [];
					for (const { label, changes, says } of bad) {
						const { error, sent } = await runner().one(await changes());
						const isSaid = error && says.test(error.message);
						if (!isSaid) faults.push(`${label}: ${error?.message ?? 'taken for good'}`);
						if (runner().writes(sent).length > 0) faults.push(`${label}: sent a change`);
					}
					expect(faults).toEqual([]);
				});
			}

			walkValues({ ...walked, entry }, runner, (sent) => service.faults?.(sent) ?? []);
			walkCleared(walked, runner, (sent) => service.faults?.(sent) ?? []);
		},
	);
}
