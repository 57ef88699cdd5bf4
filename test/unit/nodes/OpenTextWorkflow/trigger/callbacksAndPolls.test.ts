import type { IDataObject } from 'n8n-workflow';
import type { OpenTextWorkflowTrigger } from '../../../../../nodes/OpenTextWorkflow/OpenTextWorkflowTrigger.node';
import { passTime } from '../../../support/time';
import { callFunctions, itemsOf, queryOf, tenantOf } from '../../../support/workflowCalls';
import { pollFunctions } from '../../../support/workflow';

const CASE = { id: 'c1', businessKey: 'k1' };

const PARAMETERS = { watchBy: 'callback', event: 'caseEnded' };

/** The cursor of a trigger that was published an hour before the case ended. */
const BEGUN: IDataObject = { event: 'caseEnded', start: Date.parse('2026-11-22T10:00:00.000Z') };

let workflows = 0;

/** A process of n8n with the published trigger. Polls work on a copy of the static data of their own; n8n saves it after a call, and after a poll that told something. */
class Process {
	private readonly trigger: OpenTextWorkflowTrigger;

	private readonly copy: IDataObject;

	constructor(
		public saved: IDataObject,
		private readonly workflowId: string,
	) {
		let Loaded: (new () => OpenTextWorkflowTrigger) | undefined;
		jest.isolateModules(() => {
			({ OpenTextWorkflowTrigger: Loaded } = jest.requireActual(
				'../../../../../nodes/OpenTextWorkflow/OpenTextWorkflowTrigger.node',
			));
		});
		if (!Loaded) throw new Error('The trigger was not loaded');
		this.trigger = new Loaded();
		this.copy = structuredClone(saved);
	}

	async poll(...cases: Parameters<typeof tenantOf>): Promise<IDataObject[]> {
		const functions = pollFunctions(tenantOf(...cases), { parameters: PARAMETERS, staticData: this.copy });
		Reflect.set(functions, 'getWorkflow', () => ({ id: this.workflowId }));
		const { result } = await passTime(async () => await this.trigger.poll.call(functions));
		if (result) this.saved = structuredClone(this.copy);
		return (result ?? []).flat().map(({ json }) => json);
	}

	async call(businessKey = 'k1', ...cases: Parameters<typeof tenantOf>): Promise<IDataObject[]> {
		const staticData = structuredClone(this.saved);
		const { functions } = callFunctions({
			query: await queryOf({ businessKey, modelKey: 'order_risk_review', by: 'key' }),
			service: tenantOf(...cases),
			workflowId: this.workflowId,
			staticData,
		});
		const { result } = await passTime(async () => await this.trigger.webhook.call(functions));
		this.saved = staticData;
		return itemsOf(result);
	}

	restart(): Process {
		return new Process(this.saved, this.workflowId);
	}
}

const begin = (): Process => {
	workflows += 1;
	return new Process(structuredClone(BEGUN), `restarted-${workflows}`);
};

const idsOf = (items: readonly IDataObject[]) => items.map(({ caseId }) => caseId);

describe('callbacks and polls of one trigger', () => {
	beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-22T11:05:00.000Z') }));
	afterEach(() => jest.useRealTimers());

	it('tell one event once, in either order', async () => {
		const n8n = begin();
		await n8n.poll();
		expect(idsOf(await n8n.call('k1', CASE))).toEqual(['c1']);
		expect(await n8n.poll(CASE)).toEqual([]);
		const other = { id: 'c2', businessKey: 'k2' };
		expect(idsOf(await n8n.poll(CASE, other))).toEqual(['c2']);
		expect(await n8n.call('k2', CASE, other)).toEqual([]);
	});

	it('tell nothing again after n8n was restarted, whether a poll came between or not', async () => {
		const n8n = begin();
		await n8n.poll();
		expect(await n8n.call('k1', CASE)).toHaveLength(1);
		const second = n8n.restart();
		expect(await second.poll(CASE)).toEqual([]);
		expect(await second.call('k1', CASE)).toEqual([]);
		const third = second.restart();
		expect(await third.call('k1', CASE)).toEqual([]);
		expect(await third.poll(CASE)).toEqual([]);
	});

	it('tell nothing again however rarely the poll comes', async () => {
		const n8n = begin();
		await n8n.poll();
		expect(await n8n.call('k1', CASE)).toHaveLength(1);
		jest.setSystemTime(Date.now() + 6 * 24 * 3_600_000);
		expect(await n8n.poll(CASE)).toEqual([]);
	});

	it('miss nothing that was never called for, after a restart as well', async () => {
		const n8n = begin();
		await n8n.poll();
		await n8n.call('k1', CASE);
		const second = n8n.restart();
		expect(idsOf(await second.poll(CASE, { id: 'c2', businessKey: 'k2' }))).toEqual(['c2']);
	});

	it('keep no more of what was told than the next poll needs', async () => {
		const n8n = begin();
		await n8n.poll();
		await n8n.call('k1', CASE);
		expect(n8n.saved.called).toMatchObject([{ event: 'caseEnded', key: 'c1' }]);
		await n8n.poll(CASE);
		await n8n.call('k2', CASE, { id: 'c2', businessKey: 'k2' });
		expect(n8n.saved.called).toMatchObject([{ key: 'c2' }]);
	});

	it('pass over what is broken in what was kept', async () => {
		const n8n = new Process(
			{ ...BEGUN, called: [null, { key: 1 }, { event: 'x', key: 'c1', at: '' }] },
			'broken',
		);
		expect(idsOf(await n8n.poll(CASE))).toEqual(['c1']);
	});
});
