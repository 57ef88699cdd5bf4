import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { enteredIn, mapperOf } from '../../../shared/record/mapper';
import { BY_MESSAGE, declaredOf, labelOf, type StartedModel } from '../../records/modelVariables';
import { MODEL_PARAMETER } from '../../records/startCase';
import type { DeclaredVariable } from '../../transport/declaredVariables';
import type { Variable } from '../../transport/variables';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { readRow, readVariables, toVariables } from '../readVariables';
import { variableFields } from '../variableFields';

const [how, ...otherFields] = variableFields;

const MAPPER = { displayName: 'Model Variables', name: 'modelVariables' };

/** As `variableFields`, and by the variables that the chosen model declares. */
export const startVariableFields: INodeProperties[] = [
	{
		...how,
		options: [
			...(how.options ?? []),
			{
				name: 'Using Model Fields',
				value: 'model',
				description: 'Each variable that the process model declares, with its type',
			},
		],
	},
	...otherFields,
	mapperOf('getModelVariables', {
		...MAPPER,
		displayOptions: { show: { specifyVariables: ['model'] } },
		description: 'What the process model declares; a variable that is left empty is not sent',
		words: { singular: 'variable', plural: 'variables' },
		isComplete: true,
		dependsOn: [`${MODEL_PARAMETER}.value`, `${MODEL_PARAMETER}.mode`],
	}),
];

/** What models declare, by n8n's functions of the run, and by what names them: items of a run that start one model read it once. */
const READ = new WeakMap<object, Map<string, Promise<DeclaredVariable[]>>>();

async function declaredOnce(run: ItemRun, client: WorkflowClient, model: StartedModel) {
	const known = READ.get(run.functions) ?? new Map<string, Promise<DeclaredVariable[]>>();
	READ.set(run.functions, known);
	const name = `${model.by} ${model.modelKey}`;
	// What went wrong names the item that asked: each asks for itself.
	const before = await known.get(name)?.catch(() => undefined);
	if (before) return before;
	const asked = declaredOf(client, model).then(async (found) =>
		Array.isArray(found) ? found : await Promise.reject(run.refuse(found)),
	);
	known.set(name, asked);
	return await asked;
}

/**
 * The variables with which the item starts a case. What can be checked without the model is checked at once; what its model declares is read only when it is asked for, so that
 * a case that is there already needs no model.
 *
 * @param own name of a variable that the operation gives itself
 * @returns gives them; throws NodeOperationError when there is no such model, it declares none, or a value does not fit
 * @throws NodeOperationError when a value does not fit, or what names the model does not tell it
 */
export function variablesToStart(
	run: ItemRun,
	client: WorkflowClient,
	model: StartedModel,
	own?: string,
): () => Promise<Variable[]> {
	if (run.text(how.name, 'form') !== 'model') {
		const variables = readVariables(run);
		if (variables.some(({ name }) => name === own)) throw run.refuse(givenBySelf(String(own)));
		return async () => await Promise.resolve(variables);
	}
	if (model.by === 'message') throw run.refuse(BY_MESSAGE);
	return async () => {
		const declared = (await declaredOnce(run, client, model)).filter(({ name }) => name !== own);
		const byName = new Map(declared.map((variable) => [variable.name, variable]));
		const labels = new Map(declared.map((variable) => [variable.name, labelOf(variable)]));
		return [...enteredIn(run, MAPPER, labels)].map(([name, value]) => {
			const { type } = byName.get(name) ?? {};
			// Of a type that variables do not have, the service makes what it takes it for.
			const [derived] = type ? [] : toVariables(run, { [name]: value }, MAPPER.displayName);
			return derived ?? readRow(run, { name, type, value });
		});
	};
}

const givenBySelf = (own: string) => ({
	what: `Variable "${own}" is given by the operation itself`,
	next: 'Remove it under Variables.',
});
