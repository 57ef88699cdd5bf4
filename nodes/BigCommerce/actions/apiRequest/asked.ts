import { enteredPath, pathField as fieldOfPath, queryIn } from '../../../shared/anyCall';
import { partsOf } from '../../../shared/anyPath';
import type { ItemRun } from '../../../shared/itemRun';
import type { Query } from '../../../shared/serviceRequest';
import { pathBelowStore } from '../../transport/anyPath';
import { scopeOfPath } from '../../transport/pathScopes';
import type { StoreTarget } from '../../transport/StoreClient';

export const pathField = fieldOfPath('/v3/catalog/products', 'Path below the store, with its version');

/** Which scope a path needs is known for most (`transport/pathScopes.ts`), and said when it is refused. */
export const SCOPES_BY_PATH = 'that of the path';

/** What they send with a delivery comes with every answer, and holds secrets: also that of the trigger of this package (BigCommerce reference 12.1). */
const isOfWebhooks = (path: string): boolean => partsOf(path)[1]?.toLowerCase() === 'hooks';

/** What is asked for, by path and query; several values stand with commas between them (BigCommerce reference 2.3). @throws NodeOperationError when the path leads elsewhere, or to what holds secrets */
export function askedFor(run: ItemRun): StoreTarget & { query: Query } {
	const checked = pathBelowStore(enteredPath(run));
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
