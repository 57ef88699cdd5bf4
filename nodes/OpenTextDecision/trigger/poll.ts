import { NodeApiError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import { pollBudgetMs } from '../../shared/pollBudget';
import { LINK_NAMESPACE } from '../../BigCommerce/links/Links';
import { namespaceOf } from '../../BigCommerce/links/roundName';
import { toRound, type StoredRound } from '../../BigCommerce/links/storedRound';
import { metafieldsOfType } from '../../BigCommerce/transport/metafields';
import type { StoreClient } from '../../BigCommerce/transport/StoreClient';
import type { Services } from '../transport/Services';
import { Memory } from './memory';
import { mayBeAny, takeIn } from './elsewhere';
import { aboutMovedOrders } from './movedOrders';
import { lookInTurn } from './looking';
import { readSettings, type TriggerSettings } from './settings';
import { servicesOf } from './services';
import { sampleItem } from './decidedItem';
import { Teller } from './Teller';
import { toOutputs, type Told } from './told';
import { isAskedBy, wayOf } from '../ways';

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
	const { store } = services;
	if (functions.getMode() === 'manual') return await sampleOf(services, settings);
	const teller = new Teller(functions, services, settings);
	const memory = new Memory(functions.getWorkflowStaticData('node'), settings, now);
	const { hash: storeHash } = await store.store();
	const changed = await roundsOf(store, settings, memory.since);
	for (const { record } of changed) memory.note(record);
	memory.missed(new Set(changed.map(({ record }) => record.key)));
	const way = wayOf(services, settings.askedBy);
	const { since, movedSince = now, ordersSince } = memory;
	const open = changed.filter(({ record }) => WAITING.has(record.state));
	const sought = { whose: { storeHash, purpose: settings.purpose }, open, stopAt };
	const ended = await way.ended({ ...sought, ...(since !== undefined && { since }) });
	const moved =
		ordersSince === undefined
			? memory.newMoves(await way.moved({ ...sought, since: movedSince }))
			: await aboutMovedOrders(store, memory.unfinished(), ordersSince);
	const isFinished = new Set(changed.flatMap(({ record }) => (memory.knows(record.key) ? [] : [record.key])));
	const news = [...ended.keys, ...moved].filter((key) => !isFinished.has(key) && !memory.isGone(key));
	const { elsewhere } = settings;
	const run = `trigger ${functions.getWorkflow().id ?? ''}`.trim();
	const { elsewhereSince } = memory;
	const isKnown = since !== undefined && since <= elsewhereSince;
	const taken =
		elsewhere && mayBeAny(elsewhere, ended, isKnown)
			? await takeIn({ services, settings, elsewhere, run }, elsewhereSince)
			: undefined;
	const wanted = new Set([...memory.due(), ...news, ...(taken?.keys ?? [])]);
	const told: Told[] = [];
	for (const { caseId, json } of taken?.unlinked ?? []) {
		if (memory.isGone(caseId)) continue;
		memory.gone(caseId);
		told.push({ output: 'progress', json });
	}
	let unanswered: unknown = taken?.unanswered;
	for (const key of wanted) {
		// What is left of a large backlog stays due.
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
			// One record that cannot be read must not hide the others; it stays due.
			if (!(error instanceof NodeApiError)) return await Promise.reject(error);
			unanswered ??= error;
			memory.again(key, 0);
		}
	}
	memory.keep({ readElsewhere: taken?.unanswered === undefined });
	if (!told.length && unanswered !== undefined) return await Promise.reject(unanswered);
	return toOutputs(told);
}

/** People may have it in front of them. */
const WAITING: ReadonlySet<string> = new Set(['claimed', 'open']);

/** The rounds of the purpose that changed since; all of them when it is left out, also those of the first format, of which one namespace held every purpose. */
async function roundsOf(
	store: StoreClient,
	{ purpose, askedBy, type }: TriggerSettings,
	since?: number,
): Promise<StoredRound[]> {
	const isWhole = since === undefined;
	const changes = isWhole ? {} : { 'date_modified:min': new Date(since).toISOString() };
	const namespaces = [namespaceOf(purpose), ...(isWhole ? [LINK_NAMESPACE] : [])];
	const fields = await Promise.all(
		namespaces.map(
			async (namespace) => await metafieldsOfType(store, type.carrier.type, { namespace, ...changes }),
		),
	);
	const rounds = fields.flat().flatMap((field) => toRound(field) ?? []);
	const isOurs = ({ key }: StoredRound) => key.objectType === type.value && key.purpose === purpose;
	return rounds.filter((round) => isOurs(round) && isAskedBy(round, askedBy));
}

/** A real decision that was made lately, for a manual test. */
async function sampleOf(
	services: Omit<Services, 'functions'>,
	settings: TriggerSettings,
): Promise<INodeExecutionData[][] | null> {
	const decided = (await roundsOf(services.store, settings)).filter(({ record }) => record.decided);
	const newest = decided.sort((one, other) => timeOf(other) - timeOf(one)).slice(0, SAMPLES_TRIED);
	for (const round of newest) {
		const json = await sampleItem(services, settings, round);
		if (json) return toOutputs([{ output: 'decided', json }]);
	}
	return null;
}

/** How many recorded decisions a manual test looks up, the newest first: those that the service does not know are not shown. */
const SAMPLES_TRIED = 5;

const timeOf = ({ record }: StoredRound): number => Date.parse(record.decided?.at ?? record.claimedAt) || 0;
