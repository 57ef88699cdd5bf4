import { fieldsIn } from '../../shared/record/given';
import { text } from '../../shared/shape';
import { contentOfVersion, hidden } from './modelOfVersion';
import { propertiesOf, shapesIn, type Shape } from './modelShapes';
import type { Task } from './tasks';
import type { WorkflowClient } from './WorkflowClient';

/** A way to end a task: the label that people see, and the value that the model tests (reference 4.6). */
export interface Outcome {
	label: string;
	value: string;
}

/**
 * The outcomes that the model offers for a task: of the step of that version whose ID the task names (reference 4.7, M2 and M3; 8.3).
 *
 * @returns undefined when it cannot be told: the model was deleted, the account may not read it, or the task does not name it
 * @throws NodeApiError when the service does not answer
 */
export async function outcomesOf(
	client: WorkflowClient,
	{ processDefinitionId, taskDefinitionKey }: Pick<Task, 'processDefinitionId' | 'taskDefinitionKey'>,
): Promise<Outcome[] | undefined> {
	if (!processDefinitionId || !taskDefinitionKey) return undefined;
	const content = await contentOfVersion(client, processDefinitionId).catch(hidden);
	const shape = content && shapesIn(content).find((one) => isNamed(one, taskDefinitionKey));
	return shape && offeredBy(shape);
}

/** `overrideid` stands in place of the generated ID where the model gives one (reference 6.3). */
const isNamed = (shape: Shape, key: string): boolean =>
	shape.resourceId === key || propertiesOf(shape).overrideid === key;

/** `Label:value` pairs between commas; a word alone is both (reference 4.6, 6.3). */
function offeredBy(shape: Shape): Outcome[] {
	const { possibleoutcomes = '' } = fieldsIn({ possibleoutcomes: text }, propertiesOf(shape));
	return possibleoutcomes
		.split(',')
		.map((pair) => {
			const [label, ...value] = pair.split(':');
			return { label: label.trim(), value: (value.length ? value.join(':') : label).trim() };
		})
		.filter(({ value }) => value);
}
