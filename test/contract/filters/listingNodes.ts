import type { INodeParameters } from 'n8n-workflow';

import { B2bClient } from '../../../nodes/BigCommerce/edition/transport/B2bClient';
import { StoreClient } from '../../../nodes/BigCommerce/transport/StoreClient';
import { ItemRun } from '../../../nodes/shared/itemRun';
import type { Operation } from '../../../nodes/shared/operation';
import { operationsOf } from '../../conformance/support/walked';
import type { Walked } from '../../conformance/support/walked';
import { executeFunctions } from '../../unit/support/contexts';
import type { ServiceDouble } from '../../unit/support/serviceDouble';

/** One operation that lists records of a store or of its B2B Edition. */
export interface Lister extends Pick<Walked, 'resource' | 'operation'> {
	fields: Operation<never>['fields'];
	output: Operation<never>['output'];
	/** `Get Many` and `Get Many of All Orders`, and not another reading that takes filters. */
	isGetMany: boolean;
	/** as messages call it */
	title: string;
	/** as the table of what is left out calls it: `BigCommerce.order.getAll` */
	key: string;
	run(values: INodeParameters, service: ServiceDouble): Promise<void>;
}

/** They list nothing that a description names: any path that people enter, and metafields that are read as links. */
const NO_LISTERS: ReadonlySet<string> = new Set(['apiRequest', 'link']);

function listersOf<Client>(
	folder: string,
	clientOf: (functions: ReturnType<typeof executeFunctions>) => Client,
): Lister[] {
	const execute = async (declared: Operation<Client>, values: INodeParameters, service: ServiceDouble) => {
		const functions = executeFunctions({ items: [values], service });
		await declared.execute(new ItemRun(functions, 0), clientOf(functions));
	};
	return operationsOf(folder)
		.map(({ nodeName, resourceName, resource, operation, declared }) => ({
			resource,
			operation,
			fields: declared.fields,
			output: declared.output,
			isGetMany: declared.option.name.startsWith('Get Many'),
			title: `${nodeName}, ${resourceName}: ${declared.option.name}`,
			key: `${folder}.${resource}.${operation}`,
			run: async (values: INodeParameters, service: ServiceDouble) =>
				await execute(declared, values, service),
		}))
		.filter(({ resource }) => !NO_LISTERS.has(resource))
		.filter(({ fields, isGetMany }) => isGetMany || fields.some(({ name }) => name === 'filters'));
}

/** Every operation of the nodes of BigCommerce that lists. */
export const listers = (): Lister[] => [
	...listersOf('BigCommerce', (functions) => new StoreClient(functions)),
	...listersOf('BigCommerceB2b', (functions) => new B2bClient(functions)),
];
