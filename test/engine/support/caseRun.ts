import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import type { OperationCase } from '../../conformance/support/operationCase';
import { actionNodes, operationsOf, type Walked } from '../../conformance/support/walked';
import type { Exchange } from '../../sandbox/core/exchanges';
import type { NodeRunResult } from './engine';
import { leap } from './leapingTime';
import type { World } from './world';

/** An operation with its case. */
export type Cased = Walked & { entry: OperationCase };

/** Every operation that asks a service for something. That none is without a case is held by the conformance walk. */
export const casedOperations = (): Cased[] =>
	actionNodes()
		.flatMap(operationsOf)
		.flatMap(({ entry, ...walked }) => (entry && !entry.silent ? [{ ...walked, entry }] : []));

export interface CaseRun {
	entered: INodeParameters;
	files?: IBinaryKeyData;
	result: NodeRunResult;
	exchanges: Exchange[];
}

/** Runs an operation with what was entered, and with the files of its item. Waits are leapt over. */
export async function runEntered(
	world: World,
	{ node, resource, operation }: Cased,
	entered: INodeParameters,
	files?: IBinaryKeyData,
): Promise<CaseRun> {
	world.sandbox.context.exchanges.clear();
	const result = await leap(async () => await world.run(node, { ...entered, resource, operation }, files));
	return { entered, files, result, exchanges: world.sandbox.context.exchanges.list() };
}

/** Makes what an operation needs, and runs it. @param before what happens in between */
export async function runCase(
	world: World,
	walked: Cased,
	before: () => void = () => undefined,
): Promise<CaseRun> {
	const { entry } = walked;
	const entered = await leap(async () => await entry.prepare(world, 1));
	const files = await leap(async () => await entry.files?.(world, 1));
	before();
	return await runEntered(world, walked, entered, files);
}
