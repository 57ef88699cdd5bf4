import { decisionOf, forDecision } from '../../shared/forDecision';
import type { ItemRun } from '../../shared/itemRun';
import type { Operation, Resource } from '../../shared/operation';
import { beginDecision } from './beginDecision';
import { StoreClient } from '../transport/StoreClient';

const isForDecision = <Client>({ effect, fields }: Operation<Client>): boolean =>
	effect !== 'read' && !fields.some(({ name }) => name === forDecision.name);

/** Behind what an operation needs, before what is optional. */
function withField<Client>(operation: Operation<Client>): Operation<Client> {
	if (!isForDecision(operation)) return operation;
	const { fields } = operation;
	const optional = fields.findIndex(({ type }) => type === 'collection');
	const at = optional < 0 ? fields.length : optional;
	return { ...operation, fields: [...fields.slice(0, at), forDecision, ...fields.slice(at)] };
}

/** The resource with *For Decision* on every operation that changes something (decisions page, "For Decision"). */
export const carriesOut = <Client>(resource: Resource<Client>): Resource<Client> => ({
	...resource,
	operations: Object.fromEntries(
		Object.entries(resource.operations).map(([value, operation]) => [value, withField(operation)]),
	),
});

/**
 * What has to be done before the first change that goes out for some items: the decisions that they carry out are marked as begun.
 *
 * @param runs the items that share what is sent
 */
export function beforeChange(runs: readonly ItemRun[]): () => Promise<void> {
	return async () => {
		const begun = new Set<string>();
		for (const run of runs) {
			// Not the client of the item: the mark is ours, and no change that the item asked for.
			const client = new StoreClient(run.functions, { itemIndex: run.index, isForChange: true });
			const { hash } = await client.store();
			const linkKey = decisionOf(run, hash);
			if (linkKey === undefined || begun.has(linkKey)) continue;
			begun.add(linkKey);
			await beginDecision(run, client, linkKey);
		}
	};
}
