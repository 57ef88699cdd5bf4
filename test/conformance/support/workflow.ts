/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { collectionCalls, COLLECTIONS_ABSENT } from '../../contract/workflow/collections';
import { DEVIATIONS } from '../../contract/workflow/deviations';
import { workflowFaults } from '../../contract/workflow/workflowFaults';
import type { Service } from './service';

const shown = collectionCalls();

if (!shown) process.stderr.write(`every operation of the OpenText Workflow node: ${COLLECTIONS_ABSENT}\n`);

/** OpenText publishes no description; requests are held against its own collections and a table of what goes beyond them. */
export const workflow: Service = {
	name: 'workflow',
	...(shown && {
		faults: (exchanges) => {
			const known = [...shown, ...DEVIATIONS];
			return [...new Set(exchanges.flatMap((exchange) => workflowFaults(known, exchange)))];
		},
	}),
};
