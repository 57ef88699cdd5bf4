/** n8n marks its elements for tests with this attribute. */
export const mark = (name: string) => `[data-test-id="${name}"]`;
