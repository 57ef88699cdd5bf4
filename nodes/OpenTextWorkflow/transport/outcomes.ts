import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn } from '../../shared/record/given';
import { goodReply } from '../../shared/send';
import { object, text } from '../../shared/shape';
import { list } from './dialect';
import { rowsOf } from './envelope';
import { INFERRED } from './inferred';
import { hasId, idOf } from './replies';
import type { Task } from './tasks';
import type { ReadRequest, WorkflowClient } from './WorkflowClient';

/** A way to end a task: the label that people see, and the value that the model tests (reference 4.6). */
export interface Outcome {
	label: string;
	value: string;
}

/** Answers that say that the account may not see the models, or that there are none. */
const HIDDEN: readonly number[] = [403, 404];

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
	const subject = `the process model ${processDefinitionId}`;
	const models = await visible(client, {
		base: 'runtime',
		path: '/runtime/models',
		query: { processDefinitionId, offset: 0, count: INFERRED.pageSize },
		subject,
	});
	const own = models?.find((row) => isOf(row, processDefinitionId));
	const modelId = own && idOf(own);
	if (modelId === undefined) return undefined;
	const model = await client.find({
		base: 'runtime',
		path: `/runtime/models/${encodeURIComponent(modelId)}`,
		query: { modelType: 'json' },
		subject,
	});
	const shape = shapesIn(fieldsIn({ modelContent: object() }, model ?? {}).modelContent).find((one) =>
		isNamed(one, taskDefinitionKey),
	);
	return shape && offeredBy(shape);
}

/** The rows of a list; undefined when the account may not see them. */
async function visible(client: WorkflowClient, asked: ReadRequest): Promise<IDataObject[] | undefined> {
	const request = { ...asked, method: 'GET' as const, gives: list({ isRow: hasId }) };
	const { last } = await client.tryRequest(request);
	const good = goodReply(last);
	if (good) return rowsOf(good.body);
	if (last.status !== undefined && HIDDEN.includes(last.status)) return undefined;
	throw client.refusal(last, request);
}

/** A service that does not know the filter lists other versions as well. */
const isOf = ({ processDefinitionId }: IDataObject, wanted: string): boolean =>
	processDefinitionId === undefined || processDefinitionId === wanted;

/** Every step of a model, also within pools, lanes and subprocesses (reference 6.2). */
function shapesIn(content: unknown): IDataObject[] {
	const shapes: unknown = isRecord(content) ? content.childShapes : undefined;
	if (!Array.isArray(shapes)) return [];
	return shapes.filter(isRecord).flatMap((shape) => [shape, ...shapesIn(shape)]);
}

const propertiesOf = ({ properties }: IDataObject): IDataObject => (isRecord(properties) ? properties : {});

/** `overrideid` stands in place of the generated ID where the model gives one (reference 6.3). */
const isNamed = (shape: IDataObject, key: string): boolean =>
	shape.resourceId === key || propertiesOf(shape).overrideid === key;

/** `Label:value` pairs between commas; a word alone is both (reference 4.6, 6.3). */
function offeredBy(shape: IDataObject): Outcome[] {
	const { possibleoutcomes = '' } = fieldsIn({ possibleoutcomes: text }, propertiesOf(shape));
	return possibleoutcomes
		.split(',')
		.map((pair) => {
			const [label, ...value] = pair.split(':');
			return { label: label.trim(), value: (value.length ? value.join(':') : label).trim() };
		})
		.filter(({ value }) => value);
}
