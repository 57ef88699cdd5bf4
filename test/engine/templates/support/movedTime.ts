/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */

const RealDate = Date;

let ahead = 0;

const now = () => RealDate.now() + ahead;

/** The clock of everything in this process: of n8n, of the nodes and of the sandbox beside them. */
const MovedDate = new Proxy(RealDate, {
	construct: (target, given, newTarget) =>
		Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
	get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});

/** Moves the time of this process on, ms. Timers that run are not moved. */
export function moveTime(ms: number): void {
	ahead += ms;
	globalThis.Date = MovedDate;
}

/** Gives the process its real time back. */
export function restoreTime(): void {
	ahead = 0;
	globalThis.Date = RealDate;
}
