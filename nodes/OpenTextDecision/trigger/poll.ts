import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { pollBudgetMs } from '../../shared/pollBudget';
import { Memory } from './memory';
import { seekDue, type Due, type Polling } from './due';
import { lookInTurn } from './looking';
import { sampleOf } from './sample';
import { readSettings } from './settings';
import { servicesOf } from './services';
import { Teller } from './Teller';
import { toOutputs, type Told } from './told';

/** The share of n8n's budget in which a poll reads: what comes after n8n gave up reaches nobody. */
const SHARE = 0.75;

/**
 * Looks for decisions of a purpose that nobody has finished yet. The record in the store says what was told and what was finished; a decision is recorded before it is told, and
 * told until it is finished. When nothing changed, a poll costs three calls.
 *
 * @returns items on the outputs Decided, Progress and Ask Again; null when there is nothing
 * @throws NodeApiError when a service does not answer; what was not read is read next time
 */
export async function poll(functions: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const now = Date.now();
	const stopAt = now + SHARE * pollBudgetMs(functions);
	const settings = readSettings(functions);
	const services = servicesOf(functions);
	if (functions.getMode() === 'manual') return await sampleOf(services, settings);
	const memory = new Memory(functions.getWorkflowStaticData('node'), settings, now);
	const run = `trigger ${functions.getWorkflow().id ?? ''}`.trim();
	const polling = { services, settings, memory, run, now, stopAt };
	const due = await seekDue(polling);
	const { told, unanswered } = await lookAtAll(new Teller(functions, services, settings), polling, due);
	memory.keep({ readElsewhere: due.taken?.unanswered === undefined });
	if (!told.length && unanswered !== undefined) return await Promise.reject(unanswered);
	return toOutputs(told);
}

/** What a poll tells, and why something could not be read. */
interface Looks {
	told: Told[];
	/** The first of what went wrong; undefined when nothing did. */
	unanswered: unknown;
}

/** Looks at all of it, one after another. One that goes wrong, however, hides no other: those before it were recorded as told. It stays due; so does what is left of a large backlog. */
async function lookAtAll(teller: Teller, { memory, now, stopAt }: Polling, due: Due): Promise<Looks> {
	const told = tellUnlinked(memory, due);
	let unanswered: unknown = due.taken?.unanswered;
	for (const key of due.keys) {
		if (Date.now() > stopAt) {
			memory.again(key, 0);
			continue;
		}
		try {
			const looked = await lookInTurn(teller, key, now);
			if (looked.round) memory.note(looked.round.record);
			else if (looked.isGone) memory.forget(key);
			else memory.again(key, 0);
			if (looked.round && looked.againMs !== undefined) memory.again(key, looked.againMs);
			if (looked.isGone && looked.told) memory.gone(key);
			told.push(...(looked.told ?? []));
		} catch (error) {
			unanswered ??= error;
			memory.again(key, 0);
		}
	}
	return { told, unanswered };
}

/** Cases that were started elsewhere and are linked to nothing, each told once. */
function tellUnlinked(memory: Memory, { taken }: Due): Told[] {
	const told: Told[] = [];
	for (const { caseId, json } of taken?.unlinked ?? []) {
		if (memory.isGone(caseId)) continue;
		memory.gone(caseId);
		told.push({ output: 'progress', json });
	}
	return told;
}
