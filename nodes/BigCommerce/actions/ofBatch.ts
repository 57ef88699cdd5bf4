import type { IDataObject } from 'n8n-workflow';
import { isNamed } from '../../shared/answer';
import { batchOf } from '../../shared/batch';
import { simplify } from '../../shared/fields';
import type { ItemRun } from '../../shared/itemRun';
import type { Operation } from '../../shared/operation';
import { entered, fitting, inputOf, inputsOf } from '../../shared/record/field';
import { locatorOf } from '../../shared/record/locator';
import { flag, object, whole } from '../../shared/shape';
import { simplified } from '../../shared/simplified';
import type { BatchRecord } from '../records/batchRecord';
import type { Row } from '../transport/batchCollection';
import type { StoreClient } from '../transport/StoreClient';
import { collectionField, collectionOf, havingKey, idOf } from './recordOf';

type Made = Omit<Operation<StoreClient>, 'option'>;

const scopeOf = ({ scope: name }: BatchRecord, access: 'read-only' | 'modify') => [{ name, access }];

/** A Get. */
export const getsOne = (record: BatchRecord): Made => ({
	effect: 'read',
	scopes: scopeOf(record, 'read-only'),
	output: object(record.properties),
	fields: [locatorOf(record.locator), ...(record.simple ? [simplify] : [])],
	async execute(run, client) {
		const found = await collectionOf(client, record).get(await idOf(run, client, record));
		return record.simple && run.flag('simplify', true) ? simplified(found, record.simple) : found;
	},
});

const startFields = ({ required, further, onlyNew }: BatchRecord) => [
	...Object.entries(required).map(([name, field]) => ({ ...inputOf([name, field]), required: true })),
	collectionField('Additional Fields', 'additionalFields', inputsOf({ ...further, ...onlyNew })),
];

/** What the item says of a new record. */
function newValues(run: ItemRun, { required, further, onlyNew }: BatchRecord): IDataObject {
	const must = Object.entries(required).map(([vendorName, field]) => {
		const { name, displayName } = inputOf([vendorName, field]);
		return [vendorName, fitting(run, field, run.requiredText(name, displayName))];
	});
	return {
		...Object.fromEntries(must),
		...entered(run, 'fields', 'additionalFields', { ...further, ...onlyNew }),
	};
}

async function create(run: ItemRun, client: StoreClient, record: BatchRecord, values: IDataObject) {
	const { field } = record.locator.key;
	// The store may keep an address in small letters.
	const isOurs = (row: IDataObject) =>
		Object.keys(record.required).every((name) => isNamed(row, name, String(values[name])));
	return await collectionOf(client, record).create(run.functions, values, async () => {
		const [only, ...others] = (await havingKey(client, record, String(values[field]))).filter(isOurs);
		return others.length ? undefined : only;
	});
}

/** A Create. One whose ending is not known is looked for by the record's own key. */
export const creates = (record: BatchRecord): Made => ({
	effect: 'once',
	scopes: scopeOf(record, 'modify'),
	output: object(record.properties),
	fields: startFields(record),
	execute: async (run, client) => await create(run, client, record, newValues(run, record)),
});

/** A Create or Update, by the record's own key. */
export const upserts = (record: BatchRecord): Made => ({
	effect: 'change',
	scopes: scopeOf(record, 'modify'),
	output: object({ created: flag, ...record.properties }),
	fields: startFields(record),
	async execute(run, client) {
		const { field, label } = record.locator.key;
		const values = newValues(run, record);
		const [only, ...others] = await havingKey(client, record, String(values[field]));
		if (others.length) {
			throw run.refuse({
				what: `Several ${record.words} have this ${label.toLowerCase()}`,
				next: 'Use Update, and choose the one by ID.',
			});
		}
		if (!only) return { created: true, ...(await create(run, client, record, values)) };
		const kept = Object.entries(values).filter(([name]) => !(name in record.onlyNew));
		const row: Row = { ...Object.fromEntries(kept), id: Number(only.id) };
		const [changed] = (await collectionOf(client, record).change([row])) ?? [];
		return { created: false, ...changed };
	},
});

/** An Update: up to as many as the store takes in one call, each with its own result. */
export function changes(record: BatchRecord): Made {
	const fields = { ...record.required, ...record.further };
	const read = async (run: ItemRun, client: StoreClient): Promise<Row> => {
		const values = entered(run, 'fields', 'updateFields', fields);
		if (!Object.keys(values).length) {
			throw run.refuse({
				what: `Nothing to change was given for the ${record.one}`,
				next: 'Add at least one field under Update Fields.',
			});
		}
		return { ...values, id: await idOf(run, client, record) };
	};
	const alone = async (run: ItemRun, client: StoreClient): Promise<IDataObject> => {
		const [changed] = (await collectionOf(client, record).change([await read(run, client)])) ?? [];
		return changed;
	};
	return {
		effect: 'change',
		scopes: scopeOf(record, 'modify'),
		output: object(record.properties),
		fields: [locatorOf(record.locator), collectionField('Update Fields', 'updateFields', inputsOf(fields))],
		execute: alone,
		batch: batchOf<StoreClient, Row>({
			most: record.most,
			read,
			send: async (rows, client) => await collectionOf(client, record).change(rows),
			alone,
		}),
	};
}

/** A Delete of one. The store answers the same for one that is not there, so it is looked for first. */
export const removes = (record: BatchRecord): Made => ({
	effect: 'change',
	scopes: scopeOf(record, 'modify'),
	output: object({ id: whole, deleted: flag }),
	fields: [locatorOf(record.locator)],
	async execute(run, client) {
		const id = await idOf(run, client, record);
		const collection = collectionOf(client, record);
		await collection.get(id);
		await collection.remove(id);
		return { id, deleted: true };
	},
});
