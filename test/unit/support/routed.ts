import type { IDataObject } from 'n8n-workflow';
import { apiError } from '../../../nodes/shared/errorText';
import type { ItemRun } from '../../../nodes/shared/itemRun';
import { defineResource, type Operation, type OperationResult } from '../../../nodes/shared/operation';
import { route } from '../../../nodes/shared/router';
import { object } from '../../../nodes/shared/shape';
import { executeFunctions } from './contexts';
import { NODE } from './node';

type Execute = (run: ItemRun, client: string) => OperationResult | Promise<OperationResult>;

/** A resource with one operation. */
export const resourceOf = (execute: Execute, more: Partial<Operation<string>> = {}) => {
	const look: Operation<string> = {
		option: { name: 'Look', value: 'look', action: 'Look at a thing' },
		effect: 'change',
		output: object({}),
		fields: [],
		execute: async (run, client) => await execute(run, client),
		...more,
	};
	return defineResource({ name: 'Thing', value: 'thing' }, [look], look);
};

/** Items of a run, each with parameters of its own. */
export const items = (...values: IDataObject[]) =>
	values.map((value) => ({ resource: 'thing', operation: 'look', ...value }));

/** The first output of a run over some items. */
export const run = async (
	execute: Execute,
	values: IDataObject[],
	continueOnFail = false,
	more: Partial<Operation<string>> = {},
) => {
	const functions = executeFunctions({ items: items(...values), continueOnFail });
	const [output] = await route(functions, [resourceOf(execute, more)], () => 'client');
	return output;
};

/** The second of three goes wrong. */
export const failingAtTwo = async (item: ItemRun) => {
	if (item.text('id') === '2')
		throw apiError(NODE, { what: 'No thing 2', next: 'Choose another.' }, { status: 404 }, item.index);
	return { id: item.text('id') };
};

export const THREE = [{ id: '1' }, { id: '2' }, { id: '3' }];

/** What a run throws; undefined when it ends well. */
export const failure = async (work: Promise<unknown>): Promise<unknown> =>
	await work.then(
		() => undefined,
		(error: unknown) => error,
	);

/** More than run at once. */
export const MANY = Array.from({ length: 12 }, (_, at) => ({ id: String(at + 1) }));
