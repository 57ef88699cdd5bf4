import cloneDeep from 'lodash/cloneDeep';
import isEqual from 'lodash/isEqual';
import type { IDataObject } from 'n8n-workflow';
import { triggerKey } from '../../shared/deliveries';
import { isRecord } from '../../shared/isRecord';
import { RecentMemory } from '../../shared/recentMemory';
import type { Known } from './Cursor';
import { isSame, type State } from './Held';
import { cursorOf } from './look';
import type { TriggerFunctions, TriggerSettings } from './settings';

/** What a callback told. */
interface Told extends Known {
	event: string;
}

const DAY_MS = 24 * 3_600_000;

/** How many are kept over a restart: they are written anew with each callback. A poll drops those that its cursor knows. */
const MOST = 2_000;

/** That something was told by whichever way, and how a task stood then. */
interface Last {
	state?: State;
	/** By our clock, in ms since 1970. */
	at: number;
}

/** What was told last of each, so that the other way does not tell it again. */
const toldOnce = new RecentMemory<Last>(2 * DAY_MS, 50_000);

/** What callbacks told that no poll has seen yet, and what the last poll left in the static data. By trigger. */
const journals = new RecentMemory<readonly Told[]>(30 * DAY_MS);
const lefts = new RecentMemory<IDataObject>(30 * DAY_MS);

/**
 * What callbacks and polls of one trigger know of each other, in this process. n8n's static data is not shared between them, but saved after a delivery, and after a poll only where it
 * told something (guide, section 8.3): so a callback writes down what the last poll left, and what was told since. A process that does not poll writes nothing.
 */
export class Called {
	private readonly trigger: string;

	constructor(
		private readonly functions: TriggerFunctions,
		private readonly settings: TriggerSettings,
	) {
		this.trigger = triggerKey(functions);
	}

	private get kept(): IDataObject {
		return this.functions.getWorkflowStaticData('node');
	}

	/** Whether a callback need not tell it. */
	isKnown(found: Known): boolean {
		if (this.isTold(found)) return true;
		const kept = cloneDeep(lefts.get(this.trigger) ?? { ...this.kept });
		return cursorOf(this.settings, kept).isPast(found);
	}

	/** Takes it on. @returns false when it was told before */
	claim(found: Known): boolean {
		if (this.isTold(found)) return false;
		this.last(found, Date.now());
		return true;
	}

	/**
	 * Notes how a task stands that the filters do not want: whoever takes it afterwards does so anew.
	 *
	 * @param since when reading began, in ms since 1970: what was told meanwhile is newer
	 */
	passOver(found: Known, since: number): void {
		const { key, state } = found;
		const { at = 0 } = toldOnce.get(this.nameOf(found)) ?? {};
		if (!state || at >= since) return;
		this.last(found, since);
		journals.set(
			this.trigger,
			this.journal.filter((told) => told.key !== key || told.event !== this.settings.eventName),
		);
	}

	/** Writes down what a callback tells, so that no poll tells it after a restart. */
	keep(news: readonly Known[]): void {
		const { eventName: event } = this.settings;
		const told = news.map(({ key, at, state }): Told => ({
			event,
			key,
			...(at !== undefined && { at }),
			...(state && { state }),
		}));
		const journal = [...this.journal, ...told].slice(-MOST);
		journals.set(this.trigger, journal);
		const left = lefts.get(this.trigger);
		if (!left) return;
		const { kept } = this;
		for (const name of Object.keys(kept)) if (!(name in left)) delete kept[name];
		Object.assign(kept, cloneDeep(left), { called: cloneDeep(journal) });
	}

	/** Takes up what callbacks told before this process began. */
	takeUp(): void {
		if (lefts.has(this.trigger)) return;
		const { journal } = this;
		const before = toldIn(this.kept.called).filter((one) => !journal.some((other) => isEqual(one, other)));
		journals.set(this.trigger, [...before, ...journal]);
		for (const { event, key, state } of before) {
			const name = this.nameOf({ key }, event);
			if (!toldOnce.has(name)) toldOnce.set(name, { at: 0, ...(state && { state }) });
		}
	}

	/** Notes what a poll leaves in the static data, for callbacks to keep. */
	leave(): void {
		const { kept, settings, trigger } = this;
		const cursor = cursorOf(settings, kept);
		const isSeen = ({ key, at, state }: Told) =>
			cursor.isPast({ key, at, state }) || cursor.isPast({ key, at });
		const journal = this.journal.filter((told) => told.event === settings.eventName && !isSeen(told));
		journals.set(trigger, journal);
		if (journal.length) kept.called = cloneDeep([...journal]);
		else delete kept.called;
		lefts.set(trigger, cloneDeep({ ...kept }));
	}

	private get journal(): readonly Told[] {
		return journals.get(this.trigger) ?? [];
	}

	private last(found: Known, at: number): void {
		const { state } = found;
		toldOnce.set(this.nameOf(found), { at, ...(state && { state }) });
	}

	/** By what is remembered, and by what callbacks told since the last poll, which may be long ago. */
	private isTold(found: Known): boolean {
		const { eventName } = this.settings;
		const last = toldOnce.get(this.nameOf(found));
		const told = this.journal.filter(({ event, key }) => event === eventName && key === found.key);
		return [...(last ? [last] : []), ...told].some(
			({ state }) => !state || !found.state || isSame(state, found.state),
		);
	}

	private nameOf({ key }: Pick<Known, 'key'>, event = this.settings.eventName): string {
		return `${this.trigger}:${event}:${key}`;
	}
}

const isState = (value: unknown): value is State =>
	isRecord(value) &&
	typeof value.value === 'string' &&
	(value.since === undefined || typeof value.since === 'number');

const isTold = (value: unknown): value is Told =>
	isRecord(value) &&
	typeof value.event === 'string' &&
	typeof value.key === 'string' &&
	(value.at === undefined || typeof value.at === 'number') &&
	(value.state === undefined || isState(value.state));

/** Whatever is broken in what was kept is passed over. */
const toldIn = (value: unknown): Told[] => (Array.isArray(value) ? value.filter(isTold) : []);
