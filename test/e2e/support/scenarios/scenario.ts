/**
 * Copies of one delivery that arrive at once. On two busy cores n8n took them all at the first attempt, with its defaults: a copy costs one credential
 * (what n8n spends most on, n8n guide 21), and is known for one before the first request. What it cannot take is repeated, as the vendor does.
 */
export const COPIES = 20;

/** A rule about a template that people see kept, played out before the sandbox; the same in the real n8n and in the template runner. */
export interface Scenario<T> {
	/** for the test's name */
	rule: string;
	play(template: T): Promise<void>;
}
