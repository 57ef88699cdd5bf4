import type { IDataObject } from 'n8n-workflow';
import type { Switches } from '../../sandbox/signature/switches';
import { SandboxSignature } from './sandboxSignature';
import { newWorkflow, sweepOnce, type SignaturePollOptions } from './signatureTriggers';

export const MINUTE = 60_000;
export const START = Date.parse('2026-11-22T10:00:00.000Z');

/** What a sweep meets. */
interface Given {
	readonly model: SandboxSignature;
	staticData: IDataObject;
	workflowId: string;
}

/** For a whole file of tests: a service with an empty log, a workflow that has not polled yet and a clock that stands still, anew for each. */
export function useSweeps() {
	let opened: SandboxSignature | undefined;
	const given: Given = {
		get model() {
			if (!opened) throw new Error('The service is there in hooks and tests only');
			return opened;
		},
		staticData: {},
		workflowId: '',
	};

	beforeAll(async () => {
		opened = await SandboxSignature.open();
	});

	afterAll(async () => await given.model.close());

	const begin = (thrown: Partial<Switches> = {}) => {
		given.model.reset(thrown);
		given.staticData = {};
		given.workflowId = newWorkflow();
	};

	beforeEach(() => {
		jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] });
		begin();
	});

	afterEach(() => jest.useRealTimers());

	const poll = async (options: SignaturePollOptions = {}) => {
		const { model, staticData, workflowId } = given;
		return await sweepOnce({ service: model.service, staticData, workflowId, ...options });
	};

	const ids = async (options?: SignaturePollOptions) =>
		(await poll(options))?.map(({ eventId }) => eventId) ?? null;

	/** The published workflow's first poll, which tells nothing. */
	const begun = async (options?: SignaturePollOptions) => expect(await poll(options)).toBeNull();

	return { given, begin, poll, ids, begun };
}
