import { openTriggers } from '../../engine/support/openTriggers';

// Those of a test that failed before it closed its own: one that is left open keeps the whole layer from ending.
afterAll(async () => {
	for (const trigger of openTriggers) await trigger.close();
});
