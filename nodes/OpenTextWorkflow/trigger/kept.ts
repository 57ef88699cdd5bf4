import { isRecord } from '../../shared/isRecord';

/** Beyond this, in ms, JavaScript has no dates; the real bound is a little farther. */
const FARTHEST = 8.6e15;

export const timeIn = (value: unknown): number | undefined =>
	typeof value === 'number' && Math.abs(value) <= FARTHEST ? value : undefined;

export const timesIn = (value: unknown): Map<string, number> => {
	const times = new Map<string, number>();
	for (const [key, entry] of isRecord(value) ? Object.entries(value) : []) {
		const time = timeIn(entry);
		if (time !== undefined) times.set(key, time);
	}
	return times;
};

/** What is kept in n8n's static data; it may be broken. */
export interface Kept {
	start?: unknown;
	last?: unknown;
	told?: unknown;
	undated?: unknown;
	held?: unknown;
	open?: unknown;
	event?: unknown;
}

/** What of it is about one event. */
export const REMEMBERED = ['start', 'last', 'told', 'undated', 'held', 'open'] as const;

/** How far the list of open tasks was read, when time ran out before its end. */
interface Round {
	from: number;
	/** It is the first time since the trigger began: what stood before is met only now. */
	isFirst: boolean;
}

export function roundIn(value: unknown): Round | undefined {
	if (!isRecord(value) || !Number.isSafeInteger(value.from)) return undefined;
	return { from: Math.max(0, Number(value.from)), isFirst: value.isFirst === true };
}
