import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { filtersCollection, optionsCollection, returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { newestOfType } from '../../../BigCommerce/links/newestRounds';
import { OBJECT_TYPES } from '../../records/objects';
import { shownObject } from '../../records/shownObject';
import { scopesOf } from '../../../BigCommerce/records/objects/objectType';
import { ROUND, roundItem } from '../../rounds/roundItem';
import type { Services } from '../../transport/Services';
import { checkEdition, objectTypeField, typeOfItem } from './about';
import { FILTERS, passes, type Listed } from './filters';

const includeObject: INodeProperties = {
	displayName: 'Include Object',
	name: 'includeObject',
	type: 'boolean',
	default: false,
	description: 'Whether each item holds the order, product or the like as it stands, which costs a call',
};

export const getAll: Operation<Services> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of decisions, each as it stands now',
		action: 'Get many decisions',
	},
	effect: 'read',
	scopes: scopesOf(OBJECT_TYPES, 'read-only', 'objectType', { isOfAll: true }),
	output: object({
		...ROUND,
		...Object.fromEntries(OBJECT_TYPES.map(({ value }) => [value, object()])),
	}),
	fields: [
		objectTypeField,
		...returnAllAndLimit,
		filtersCollection(FILTERS),
		optionsCollection([includeObject]),
	],
	async execute(run, services) {
		const type = typeOfItem(run);
		const limit = run.limit();
		const filters = run.filters('filters', FILTERS);
		const withObject = run.flag('options.includeObject');
		if (withObject) checkEdition(run, type);
		const now = Date.now();
		const purpose = typeof filters.purpose === 'string' ? filters.purpose : undefined;
		const newest = await newestOfType(services.store, type.carrier.type, purpose);
		const listed = newest
			.filter(({ key }) => key.objectType === type.value)
			.map((round): Listed => ({ round, item: roundItem(round, now) }));
		const items: IDataObject[] = [];
		for (const one of listed.filter((entry) => passes(entry, filters, now)).slice(0, limit)) {
			const { objectId } = one.round.key;
			const object = withObject && {
				[type.value]: shownObject(type.value, await type.read(services, objectId)),
			};
			items.push({ ...one.item, ...object });
		}
		return items;
	},
};
