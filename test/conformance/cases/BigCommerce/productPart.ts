import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, type Cases, type OperationCase } from '../../support/operationCase';
import { NO_PRODUCT, withProduct } from './product';
import { NODE } from './support';

/** What hangs on a product, and how it is made and changed. */
interface Part {
	resource: string;
	/** The parameter that picks one. */
	locator: string;
	content: INodeParameters;
	/** What comes out of the content. */
	shown: IDataObject;
	/** A change, and what comes out of it. */
	change?: Record<string, string>;
	/** What is put in place of the content, where there is no change of a part of it, and what comes out of it. */
	replacement?: { content: INodeParameters; shown: IDataObject };
	/** What is entered for one that is there by its own key, and what comes out of it. */
	again?: { content: INodeParameters; shown: IDataObject };
	/** Nothing to find a new one by. */
	keyless?: true;
	/** What a change sends beyond the vendor's description. */
	beyond?: OperationCase['beyond'];
}

/** The operations of what hangs on a product. */
export function partCases({
	resource,
	locator,
	content,
	shown,
	change = {},
	replacement = { content: { updateFields: change }, shown: change },
	again,
	keyless,
	beyond,
}: Part): Cases {
	const withPart = async (world: World, nth: number): Promise<INodeParameters> => {
		const product = await withProduct(world, nth);
		const { id } = await world.must(NODE, { resource, operation: 'create', ...product, ...content });
		return { ...product, [locator]: byId(Number(id)) };
	};
	const gives = () => shown;
	return {
		create: {
			prepare: async (world, nth) => ({ ...(await withProduct(world, nth)), ...content }),
			...NO_PRODUCT,
			gives,
			...(keyless && { keyless }),
		},
		delete: { prepare: withPart, ...NO_PRODUCT, gives: () => ({ deleted: true }) },
		get: { prepare: withPart, ...NO_PRODUCT, gives },
		getAll: {
			prepare: async (world, nth) => ({ ...(await withPart(world, nth)), ...ALL }),
			...NO_PRODUCT,
			gives,
		},
		update: {
			prepare: async (world, nth) => ({ ...(await withPart(world, nth)), ...replacement.content }),
			...NO_PRODUCT,
			gives: () => replacement.shown,
			...(beyond && { beyond }),
		},
		...(again && {
			upsert: {
				prepare: async (world, nth) => {
					const { productId } = await withPart(world, nth);
					return { productId, ...again.content };
				},
				...NO_PRODUCT,
				gives: () => ({ created: false, ...again.shown }),
			},
		}),
	};
}
