import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { leap } from './leapingTime';
import type { useWorld } from './useWorld';

/** Values that the columns of the item name. */
export const MAPPED = { mappingMode: 'autoMapInputData', value: null };

/** A record that each item names by a column. */
export const byItem = (name: string, mode = 'id') => ({ __rl: true, mode, value: `={{ $json.${name} }}` });

export const times = <Value>(count: number, make: (nth: number) => Value): Value[] =>
	Array.from({ length: count }, (_item, at) => make(at + 1));

/** Somebody new. */
export const person = (nth: number) => ({
	email: `n${nth}@example.com`,
	first: 'New',
	last: `Number ${nth}`,
});

export const PERSON = {
	resource: 'customer',
	email: '={{ $json.email }}',
	firstName: '={{ $json.first }}',
	lastName: '={{ $json.last }}',
};

export const CREATE_PERSON = { ...PERSON, operation: 'create' };

/** Runs of the BigCommerce node over several items, with what they send. */
export function storeRuns(world: ReturnType<typeof useWorld>) {
	const run = async (
		parameters: INodeParameters,
		items: IDataObject[],
		onError?: 'continueRegularOutput',
	) => {
		world.sandbox.context.exchanges.clear();
		const { outputs, error } = await leap(
			async () =>
				await world.engine.run({
					node: 'bigCommerce',
					parameters,
					items,
					credentials: world.credentials('bigCommerce'),
					onError,
				}),
		);
		return { items: outputs.flat(), error };
	};

	/** What was sent since the run began. */
	const sent = () =>
		world.sandbox.context.exchanges
			.list({ service: 'bigcommerce' })
			.map(({ method, url, status }) => `${method} ${url.split('?')[0].replace(/^.*\/v3/, '')} ${status}`);

	const writes = () => sent().filter((call) => !call.startsWith('GET'));

	/** Writes with what their addresses name. */
	const asked = () =>
		world.sandbox.context.exchanges
			.list({ service: 'bigcommerce' })
			.filter(({ method }) => method !== 'GET')
			.map(
				({ method, url, status }) => `${method} ${decodeURIComponent(url).replace(/^.*\/v3/, '')} ${status}`,
			);

	const kept = (collection: string) =>
		Object.values(world.sandbox.bigCommerce.kept().collections[collection].records);

	const cut = (kind: 'resetAfter' | 'resetBefore', method: string, path: string) =>
		world.sandbox.context.faults.add({ service: 'bigcommerce', kind, method, path, times: 1 });

	return { run, sent, writes, asked, kept, cut };
}
