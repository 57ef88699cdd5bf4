import type { IDataObject } from 'n8n-workflow';
import { OpenTextDecisionTrigger } from '../../../../../nodes/OpenTextDecision/OpenTextDecisionTrigger.node';
import { parseRound, type RoundRecord } from '../../../../../nodes/shared/decision/roundRecord';
import { serializeRound } from '../../../../../nodes/shared/decision/serializeRound';
import { formatLinkKey } from '../../../../../nodes/shared/linkKey';
import { ModelStore } from '../../../support/modelStore';
import { CREDENTIAL } from '../../../support/node';
import { ok, ServiceDouble, type Answer, type SentRequest } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { ended, endedTask, hal, pollFunctions, running, tenantCredential } from '../../../support/workflow';

/** What people decided is believed to their service alone: a record can be written by every app (decisions page, section 1). */

const PURPOSE = 'risk-review';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ID = '7';

const KEY = formatLinkKey({
	storeHash: CREDENTIAL.storeHash,
	objectType: 'order',
	objectId: ID,
	purpose: PURPOSE,
	round: 1,
});

const CLAIMED_AT = '2026-11-22T10:00:00.000Z';

const recordOf = (change: Partial<RoundRecord>): RoundRecord => ({
	format: 2,
	key: KEY,
	state: 'decided',
	holder: 'somebody',
	claimedAt: CLAIMED_AT,
	leaseMs: 300_000,
	question: { askedBy: 'case', name: 'Risk review', details: [] },
	watched: {},
	holds: false,
	decided: { outcome: 'approved', by: 'chief@example.com', reason: 'Trust me' },
	history: [{ state: 'claimed', at: CLAIMED_AT, run: '1' }],
	...change,
});

const OLD = {
	version: 1,
	key: KEY,
	state: 'decided',
	holder: 'somebody',
	claimedAt: CLAIMED_AT,
	leaseMs: 300_000,
	effect: { system: 'OpenText Workflow Service', id: 'c1' },
	decision: { outcome: 'approved', by: 'chief@example.com' },
	history: [{ state: 'claimed', at: CLAIMED_AT, run: '1' }],
};

/** An order with one question, its service, and the trigger before them. */
class Scene {
	readonly store = new ModelStore(ID);

	/** Cases that run, and all that the history knows. */
	running: IDataObject[] = [];

	history: IDataObject[] = [];

	tasks: IDataObject[] = [];

	readonly service = new ServiceDouble(async (request) => await this.answer(request));

	private readonly functions;

	constructor(elsewhere?: IDataObject) {
		this.functions = pollFunctions(this.service, {
			parameters: {
				purpose: PURPOSE,
				objectType: 'order',
				askBy: 'case',
				...(elsewhere && { options: { elsewhere: { cases: elsewhere } } }),
			},
			credential: { ...CREDENTIAL, ...tenantCredential() },
		});
		this.functions.getWorkflow = () => ({ id: 'w1', name: 'Decided', active: true });
		this.functions.getTimezone = () => 'utc';
	}

	put(value: string, namespace = `opentext_link.${PURPOSE}`, key = 'order:7:1'): void {
		this.store.put(namespace, key, value);
	}

	get record(): RoundRecord | undefined {
		return parseRound([...this.store.fields.values()][0].value);
	}

	/** @returns items by output */
	async poll(): Promise<IDataObject[][]> {
		const { result } = await passTime(
			async () => await new OpenTextDecisionTrigger().poll.call(this.functions),
		);
		return (result ?? []).map((items) => items.map(({ json }) => json));
	}

	private async answer(request: SentRequest): Promise<Answer> {
		const { path, query, method } = request;
		if (path === '/v3/orders/metafields') return await this.ofEveryOrder(query);
		const field = this.store.fields.get(Number(path.split('/v3/orders/7/metafields/')[1]));
		if (field && method === 'GET') return ok({ data: { ...field, resource_id: 7 }, meta: {} });
		if (path.startsWith('/v3/orders/7/metafields')) return await this.store.answer(request);
		if (path === '/v2/orders/7' && method === 'GET') return ok({ id: 7, status_id: 11, status: 'Awaiting' });
		if (path.startsWith('/v2/orders')) return ok([]);
		if (path.endsWith('/process-instances')) return hal(this.running.filter(isAsked(query)));
		if (path.endsWith('/historic-process-instances')) return hal(this.history.filter(isAsked(query)));
		if (path.endsWith('/historic-task-instances')) return hal(query.processInstanceId ? this.tasks : []);
		const one = [...this.running, ...this.history].find(({ id }) => path.endsWith(`/${String(id)}`));
		return one ? ok(one) : { status: 404, body: { message: 'Not found', exception: 'Could not find it.' } };
	}

	private async ofEveryOrder({ namespace, ...query }: SentRequest['query']): Promise<Answer> {
		const isNew = query['date_modified:min'] === undefined;
		const fields = [...this.store.fields.values()].filter((field) => field.namespace === namespace);
		return await Promise.resolve(
			ok({ data: isNew ? fields.map((field) => ({ ...field, resource_id: 7 })) : [], meta: {} }),
		);
	}
}

const isAsked =
	({ businessKey, processDefinitionKey }: SentRequest['query']) =>
	(row: IDataObject): boolean =>
		(businessKey === undefined || row.businessKey === businessKey) &&
		(processDefinitionKey === undefined ||
			String(row.processDefinitionId ?? row.processDefinitionKey).startsWith(String(processDefinitionKey)));

const stuck = (text: string) => [[], [{ event: 'stuck', text: expect.stringContaining(text) }], []];

const later = async (scene: Scene, ms: number): Promise<IDataObject[][]> => {
	jest.setSystemTime(Date.now() + ms);
	return await scene.poll();
};

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-23T10:00:00.000Z') }));
afterEach(() => jest.useRealTimers());

describe('a record in which somebody wrote that it was decided', () => {
	it('is told as stuck, once a day, while its case runs, and as people decided once they have', async () => {
		const scene = new Scene();
		scene.put(serializeRound(recordOf({})));
		scene.running = [running('c1', KEY)];
		expect(await scene.poll()).toMatchObject(stuck('is not finished'));
		expect(await later(scene, MINUTE)).toEqual([]);
		expect(await later(scene, 20 * MINUTE)).toEqual([]);
		expect(await later(scene, DAY)).toMatchObject(stuck('is not finished'));
		scene.running = [];
		scene.history = [ended('c1', KEY, { endActivityId: 'endRejected', endTime: '2026-11-24T11:00:00.000Z' })];
		scene.tasks = [endedTask('t1')];
		expect((await later(scene, MINUTE))[0]).toMatchObject([
			{ outcome: 'rejected', reason: null, decidedBy: 'rita.reviewer@example.com', again: 0 },
		]);
		expect(scene.record?.decided).toEqual({
			outcome: 'rejected',
			by: 'rita.reviewer@example.com',
			at: '2026-11-22T10:30:00.000Z',
		});
	});

	it('is told as stuck where the service does not know its case, also after it was told', async () => {
		const scene = new Scene();
		scene.put(serializeRound(recordOf({ told: { times: 1, last: CLAIMED_AT } })));
		expect(await scene.poll()).toMatchObject(stuck('does not know its case'));
		expect(await later(scene, 20 * MINUTE)).toEqual([]);
		expect(await later(scene, DAY)).toMatchObject(stuck('does not know its case'));
	});

	it('is not believed because it names the case of another question', async () => {
		const scene = new Scene();
		scene.put(serializeRound(recordOf({ effect: { system: 'workflow', id: 'c2', at: CLAIMED_AT } })));
		scene.history = [ended('c2', KEY.replace(PURPOSE, 'another'))];
		expect(await scene.poll()).toMatchObject(stuck('does not know its case'));
	});
});

it('a question of which its service knows nothing is told as stuck beside its deadline', async () => {
	const scene = new Scene();
	scene.put(
		serializeRound(recordOf({ state: 'open', decided: undefined, deadline: '2026-11-23T09:00:00.000Z' })),
	);
	expect(await scene.poll()).toMatchObject([[], [{ event: 'stuck' }, { event: 'overdue' }], []]);
	expect(await later(scene, MINUTE)).toEqual([]);
});

describe('a record of the first format', () => {
	it('is read with the others once a day, and told as its service has it', async () => {
		const scene = new Scene();
		scene.put(JSON.stringify(OLD), 'opentext_link', `${PURPOSE}:1`);
		scene.history = [ended('c1', KEY, { endActivityId: 'endRejected' })];
		expect((await scene.poll())[0]).toMatchObject([{ outcome: 'rejected', link: { key: KEY }, again: 0 }]);
	});

	it('of another purpose is left alone', async () => {
		const scene = new Scene();
		const key = KEY.replace(PURPOSE, 'another');
		scene.put(JSON.stringify({ ...OLD, key }), 'opentext_link', 'another:1');
		expect(await scene.poll()).toEqual([]);
	});
});

describe('cases that are started elsewhere', () => {
	/** What a poll costs some time after the first. */
	async function costs(...history: IDataObject[]): Promise<number> {
		const scene = new Scene({ modelKey: 'order_risk_review', idVariable: 'orderId', partVariable: '' });
		await scene.poll();
		scene.history = history;
		scene.service.requests.length = 0;
		await later(scene, MINUTE);
		return scene.service.requests.length;
	}

	it('cost no call of their own while none of the model has ended', async () => {
		expect(await costs()).toBe(3);
		expect(await costs(ended('c3', 'by hand', { processDefinitionId: 'another_model:1:1f2e' }))).toBe(3);
		expect(await costs(ended('c4', KEY.replace(PURPOSE, 'another')))).toBe(3);
	});

	it('are read where one has ended, or one does not tell its model', async () => {
		expect(await costs(ended('c3', 'by hand'))).toBe(4);
		expect(await costs(ended('c3', 'by hand', { processDefinitionId: null }))).toBe(4);
	});
});
