/** A rule about a template that people see kept, played out before the sandbox; the same in the real n8n and in the template runner. */
export interface Scenario<T> {
	/** for the test's name */
	rule: string;
	play(template: T): Promise<void>;
}
