import pick from 'lodash/pick';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readField } from '../../../shared/enteredFields';
import type { ItemRun } from '../../../shared/itemRun';
import { entered, fitting, inputOf, inputsOf } from '../../../shared/record/field';
import { mapped, mapperOf } from '../../../shared/record/mapper';
import { forChange, forNew, type StoreRecord } from '../../records/storeRecord';
import { collectionField } from './picked';

/** The method that gives the resource mapper the fields of the record that the node works on. */
const MAPPER_METHOD = 'getRecordFields';

export const newFields = (record: StoreRecord): INodeProperties[] => {
	if (record.isWide) return [mapperOf(MAPPER_METHOD)];
	const further = inputsOf(forNew(record));
	return [
		...Object.entries(record.required).map((entry) => ({ ...inputOf(entry), required: true })),
		...(further.length ? [collectionField('Additional Fields', 'additionalFields', further)] : []),
	];
};

export const changeFields = (record: StoreRecord): INodeProperties[] =>
	record.isWide
		? [mapperOf(MAPPER_METHOD)]
		: [collectionField('Update Fields', 'updateFields', inputsOf(forChange(record)))];

/** What the item says of a new record. @throws NodeOperationError that names the field, when one is missing or does not fit */
export function newValues(run: ItemRun, record: StoreRecord): IDataObject {
	const { required } = record;
	if (!record.isWide) {
		const must = Object.entries(required).map((entry) => {
			const [vendorName, field] = entry;
			const property = inputOf(entry);
			const { name, displayName, type } = property;
			const given =
				type === 'json' ? run.requiredTextOrJson(name, displayName) : run.requiredText(name, displayName);
			return [vendorName, fitting(run, field, readField(run.values, given, property))];
		});
		return {
			...record.starts,
			...Object.fromEntries(must),
			...entered(run, 'fields', 'additionalFields', forNew(record)),
		};
	}
	const values = mapped(run, { ...required, ...forNew(record) });
	const missing = Object.entries(required).find(([name]) => !(name in values));
	if (missing) {
		throw run.refuse({
			what: `${missing[1].property.displayName} is missing: a new ${record.one} must have it`,
			next: 'Fill it in under Fields, or check the expression that should.',
		});
	}
	return values;
}

/** What the item changes. @throws NodeOperationError when it is nothing, or something does not fit */
export function changedValues(run: ItemRun, record: StoreRecord): IDataObject {
	const values = record.isWide
		? mapped(run, forChange(record))
		: entered(run, 'fields', 'updateFields', forChange(record));
	if (Object.keys(values).length) return values;
	throw run.refuse({
		what: `Nothing to change was given for the ${record.one}`,
		next: `Add at least one field under ${record.isWide ? 'Fields' : 'Update Fields'}.`,
	});
}

/** Without what can be said of a new record only. */
export const lasting = (values: IDataObject, record: StoreRecord): IDataObject =>
	pick(values, Object.keys(forChange(record)));
