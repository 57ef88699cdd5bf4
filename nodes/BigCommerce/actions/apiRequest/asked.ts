import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { either, flag, object, text, whole } from '../../../shared/shape';
import type { Query } from '../../../shared/serviceRequest';
import { partsOf, pathBelowStore } from '../../transport/anyPath';
import { scopeOfPath } from '../../transport/pathScopes';
import type { StoreTarget } from '../../transport/StoreClient';

export const pathField: INodeProperties = {
	displayName: 'Path',
	name: 'path',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. /v3/catalog/products',
	description: 'Path below the store, with its version',
};

export const queryField: INodeProperties = {
	displayName: 'Query',
	name: 'query',
	type: 'json',
	default: '{}',
	description: 'Parameters by name',
};

/** Which scope a path needs is known for most (`transport/pathScopes.ts`), and said when it is refused. */
export const SCOPES_BY_PATH = 'that of the path';

/** What most records have; the others say nothing in common. Where nothing came back, `success` stands alone. */
export const anyRecord = object({ id: either(whole, text), success: flag });

type Plain = string | number | boolean;

const isPlain = (value: unknown): value is Plain => ['string', 'number', 'boolean'].includes(typeof value);

/** Several values stand with commas between them (BigCommerce reference 2.3). */
function queryIn(run: ItemRun): Query {
	const entries = Object.entries(run.json('query', queryField.displayName));
	return Object.fromEntries(
		entries.map(([name, value]): [string, IDataObject[string]] => {
			if (isPlain(value)) return [name, value];
			if (Array.isArray(value) && value.length && value.every(isPlain)) return [name, value.join(',')];
			throw run.refuse({
				what: `Query must hold texts, numbers and lists of them, but "${name}" holds something else`,
				next: 'Enter a value for it, or leave it out.',
			});
		}),
	);
}

/** What they send with a delivery comes with every answer, and holds secrets: also that of the trigger of this package (BigCommerce reference 12.1). */
const isOfWebhooks = (path: string): boolean => partsOf(path)[1]?.toLowerCase() === 'hooks';

/** What is asked for, by path and query. @throws NodeOperationError when the path leads elsewhere, or to what holds secrets */
export function askedFor(run: ItemRun): StoreTarget & { query: Query } {
	const checked = pathBelowStore(run.requiredText('path', pathField.displayName));
	if ('fault' in checked) throw run.refuse(checked.fault);
	const { path } = checked;
	if (isOfWebhooks(path)) {
		throw run.refuse({
			what: `API Request does not work on ${path}: the headers of webhooks hold secrets, and would come out`,
			next: 'Choose the resource Hook, which leaves them out.',
		});
	}
	return { path, query: queryIn(run), subject: { name: path, scope: scopeOfPath(path) } };
}
