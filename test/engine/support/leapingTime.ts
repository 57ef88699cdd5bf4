/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */

/** The clock that the tests see leaps over every wait of the nodes, so that an hour of patience costs nothing. */
let ahead = 0;

let leaping = false;

const realNow = Date.now.bind(Date);

/** Lets what waits for an answer go on. */
export const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** The package that nodes wait by. To be handed to `jest.mock('n8n-workflow', …)`. */
export function withLeapingSleep(): object {
	const actual: { sleep(ms: number): Promise<void> } = jest.requireActual('n8n-workflow');
	const sleep = async (ms: number): Promise<void> => {
		if (!leaping) return await actual.sleep(ms);
		ahead += Math.ceil(ms);
		return await turn();
	};
	return { ...actual, sleep };
}

/** Lets waits be leapt over while the work goes on. */
export async function leap<T>(work: () => Promise<T>): Promise<T> {
	leaping = true;
	const now = jest.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);
	try {
		return await work();
	} finally {
		leaping = false;
		now.mockImplementation(() => realNow() + ahead);
	}
}
