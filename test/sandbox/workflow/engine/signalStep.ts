import type { Execution } from 'bpmn-engine';

/**
 * Tells one run of an activity alone to go on. A signal to the whole process would let every event go on that waits for the same message.
 * @throws when it does not wait
 */
export function signalStep(execution: Execution, engineExecutionId: string): void {
	const step = execution.getPostponed().find(({ executionId }) => executionId === engineExecutionId);
	if (step === undefined) throw new Error(`Nothing waits as '${engineExecutionId}'`);
	step.signal();
}
