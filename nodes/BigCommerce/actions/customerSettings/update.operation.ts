import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { collectionField } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import {
	choices,
	entered,
	inputsOf,
	type Entered,
	type Field,
	type Fields,
} from '../../../shared/record/field';
import { object } from '../../../shared/shape';
import { customerSettings } from '../../records/customerSettings';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf } from '../crud/picked';
import { isOfChannel, settingsOf, whoseFields } from './whose';

const { ofChannel, parts, properties } = customerSettings;

const OF_STORE: Fields = { ...parts.privacy_settings, ...parts.customer_group_settings };

/** The field of what a channel takes from the store again, and the vendor's names of what stands in it. */
const BACK = 'back';

const settings = Object.entries(OF_STORE).map(([value, { numbered, property }]) => ({
	name: numbered ?? property.displayName,
	value,
}));

const taken = choices('Take From Store', settings, 'takeFromStore');

const backToStore: Field = {
	...taken,
	property: { ...taken.property, description: 'What the channel no longer sets itself' },
};

const OF_CHANNEL: Fields = { ...ofChannel, ...OF_STORE, [BACK]: backToStore };

const ONLY_OF_CHANNEL: INodeProperties['displayOptions'] = { show: { '/settingsOf': ['channel'] } };

const own = new Set(inputsOf({ ...ofChannel, [BACK]: backToStore }).map(({ name }) => name));

const shown = inputsOf(OF_CHANNEL).map((input) =>
	own.has(input.name) ? { ...input, displayOptions: ONLY_OF_CHANNEL } : input,
);

/** What is to be said, with null for what goes back to the store. @throws NodeOperationError when nothing is, or when a setting is both given and taken away */
function valuesOf(run: ItemRun): Entered {
	const { [BACK]: back, ...values } = entered(
		run,
		'fields',
		'updateFields',
		isOfChannel(run) ? OF_CHANNEL : OF_STORE,
	);
	const names = back === undefined ? [] : String(back).split(',');
	const both = settings.find(({ value }) => names.includes(value) && values[value] !== undefined);
	if (both) {
		throw run.refuse({
			what: `${both.name} is given, and stands under Take From Store as well`,
			next: 'Remove one of the two.',
		});
	}
	const all: IDataObject = { ...values, ...Object.fromEntries(names.map((name) => [name, null])) };
	if (Object.keys(all).length) return all;
	throw run.refuse({
		what: 'Nothing to change was given for the customer settings',
		next: 'Add at least one field under Update Fields.',
	});
}

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change what holds for all customers, or for those of a channel; what you do not add stays',
		action: 'Update customer settings',
	},
	effect: 'change',
	scopes: scopeOf(customerSettings, 'modify'),
	output: object(properties),
	fields: [...whoseFields, collectionField('Update Fields', 'updateFields', shown)],
	async execute(run, client) {
		const values = valuesOf(run);
		return await (await settingsOf(run, client)).change(values);
	},
};
