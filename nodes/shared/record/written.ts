import omit from 'lodash/omit';
import pick from 'lodash/pick';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readField } from '../enteredFields';
import type { Advice } from '../errorText';
import { collectionField } from '../fields';
import type { ItemRun } from '../itemRun';
import { entered, fitting, inputOf, inputsOf, type Fields } from './field';
import { mapped, mapperOf } from './mapper';

/** What people enter of a record that they make or change, as a table. */
export interface Written {
	/** What one is called in texts. */
	one: string;
	/** The fields are entered through n8n's resource mapper: a record with dozens of them would make every description long. */
	isWide?: true;
	/** What a new one must have. */
	required: Fields;
	/** What else can be set, at any time. */
	further: Fields;
	/** What can be set on a new one only. */
	onlyNew: Fields;
	/** What can be set on one that is there only. */
	onlyChange?: Fields;
	/** What a new one has unless something else is said. */
	starts?: IDataObject;
	/** The vendor changes none: what a new one was given, it keeps. */
	neverChanges?: true;
	/** What a new one must have, and keeps. */
	fixed?: readonly string[];
	/** What is wrong with values that fit each by itself. */
	wrongIn?(values: IDataObject): Advice | undefined;
	/** What of a change the vendor takes empty, as its description says: a text of no least length, a time that may be null. */
	clearable?: readonly string[];
}

/** What can be said of a new record, beside what must be. */
export const forNew = ({ further, onlyNew }: Written): Fields => ({ ...further, ...onlyNew });

/** What can be changed. */
export const forChange = ({ required, further, fixed = [], onlyChange }: Written): Fields => ({
	...omit(required, fixed),
	...further,
	...onlyChange,
});

/** Those that make a record; every other one sets values of one that is there. */
const MAKING: ReadonlySet<string> = new Set(['convert', 'create', 'createMany', 'upsert']);

/** The fields of a wide record, as an operation takes them. */
export const wideFields = (record: Written, operation: string): [required: Fields, further: Fields] =>
	MAKING.has(operation) ? [record.required, forNew(record)] : [{}, forChange(record)];

/** The method that gives the resource mapper the fields of the record that the node works on. */
const MAPPER_METHOD = 'getRecordFields';

export const newFields = (record: Written): INodeProperties[] => {
	if (record.isWide) return [mapperOf(MAPPER_METHOD)];
	const further = inputsOf(forNew(record));
	return [
		...Object.entries(record.required).map((entry) => ({ ...inputOf(entry), required: true })),
		...(further.length ? [collectionField('Additional Fields', 'additionalFields', further)] : []),
	];
};

export const changeFields = (record: Written): INodeProperties[] =>
	record.isWide
		? [mapperOf(MAPPER_METHOD)]
		: [collectionField('Update Fields', 'updateFields', inputsOf(forChange(record)))];

/** What the item says of a record that may be there already. @throws NodeOperationError that names the field, when one is missing or does not fit */
export function saidValues(run: ItemRun, record: Written): IDataObject {
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

/** What a new record becomes: what the item says, over what a new one has unless something else is said. @throws as `saidValues`, and when values do not go together */
export function newValues(run: ItemRun, record: Written): IDataObject {
	const values = { ...record.starts, ...saidValues(run, record) };
	const wrong = record.wrongIn?.(values);
	if (wrong) throw run.refuse(wrong);
	return values;
}

/** Without what can be said of a new record only. */
export const lasting = (values: IDataObject, record: Written): IDataObject =>
	pick(values, Object.keys(forChange(record)));
