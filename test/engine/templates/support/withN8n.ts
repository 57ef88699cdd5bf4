/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { isN8nInstalled } from '../../../run/setup/n8nCache.cjs';

const isInstalled = isN8nInstalled();

if (!isInstalled) {
	process.stderr.write(
		"whole templates in the engine: skipped, n8n's own nodes are not in the cache yet; `npm run test:engine` puts them there\n",
	);
}

/** For tests that need n8n's own nodes. */
export const describeWithN8n = isInstalled ? describe : describe.skip;
