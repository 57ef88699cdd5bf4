/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */

/** A quick run (`npm test -- --quick`) tries fewer values. */
export const IS_QUICK = Boolean(process.env.QUICK_RUN);

/** How many values a property is tried with: a tenth of them in a quick run (`npm test -- --quick`). */
export const runs = (numRuns: number) => ({
	numRuns: IS_QUICK ? Math.ceil(numRuns / 10) : numRuns,
});
