import { OutputItem, type Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { OBJECT_TYPES } from '../../records/objects';
import { scopesOf } from '../../../BigCommerce/records/objects/objectType';
import { ROUND, roundItem } from '../../rounds/roundItem';
import type { Services } from '../../transport/Services';
import { inputOf } from './asking';
import { findAsked, whichFields } from './which';

const NOT_FOUND = 1;

export const get: Operation<Services> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve how a question stands: asked, decided, finished, and what people said',
		action: 'Get a decision',
	},
	effect: 'read',
	scopes: scopesOf(OBJECT_TYPES, 'read-only', 'linkKey', { isCarrierAlone: true }),
	output: object(ROUND),
	addsToItem: true,
	outputs: ['Found', 'Not Found'],
	fields: whichFields,
	async execute(run, services) {
		const found = await findAsked(run, services);
		if (!found) {
			return new OutputItem({ ...inputOf(run), reason: 'it was never asked' }, undefined, NOT_FOUND);
		}
		// A link key names one round; the question may have been asked anew since.
		const newest = await found.rounds.newest(found.round.key);
		return new OutputItem({ ...inputOf(run), ...roundItem(newest ?? found.round) });
	},
};
