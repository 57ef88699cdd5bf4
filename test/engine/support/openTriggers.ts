/** Published triggers of one test file that are still open. Alone in its file: the other processes of a test open some as well, outside jest. */
export const openTriggers = new Set<{ close: () => Promise<void> }>();
