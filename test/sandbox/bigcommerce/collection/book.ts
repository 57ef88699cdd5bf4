import mapKeys from 'lodash/mapKeys';
import omit from 'lodash/omit';

import type { SandboxContext } from '../../core/context';
import type { StateFile } from '../../core/stateFile';
import { ApiError, invalidData, notFound } from '../errors';
import { wholeSeconds } from '../format';
import type { Deliveries } from '../hooks/deliveries';
import type { BigCommerceState } from '../state';
import { isObject, readBody, takeId } from './body';
import type { Faults } from './body';
import { newRecord } from './newRecord';
import type { StoredRecord, Surroundings, Values } from './record';
import { show } from './show';
import type { Change, CollectionTable } from './table';
import { withoutClashes } from './unique';

/**
 * The records of every collection. A call is carried out whole or not at all: first every record that it makes or
 * changes is drafted and checked, then all of them are kept and their events fired (BigCommerce reference 14.17).
 */
export class CollectionBook implements Surroundings {
	constructor(
		private readonly tables: readonly CollectionTable[],
		private readonly state: StateFile<BigCommerceState>,
		private readonly context: SandboxContext,
		private readonly deliveries: Deliveries,
		/** something else that hangs on a record goes with it */
		private readonly removed: (collection: string, id: number) => void,
	) {}

	records(collection: string, parentId?: number): StoredRecord[] {
		return Object.values(this.state.data.collections[collection].records).filter(
			(record) => parentId === undefined || record.parentId === parentId,
		);
	}

	shown(collection: string, parentId: number): Values[] {
		const table = this.table(collection);
		return this.records(collection, parentId).map((record) => show(table, record, this));
	}

	/** @throws ApiError 404, also for a record of another parent */
	get({ name }: CollectionTable, id: number, parentId?: number): StoredRecord {
		const record = this.state.data.collections[name].records[id];
		if (record === undefined || (parentId !== undefined && record.parentId !== parentId)) throw notFound();
		return record;
	}

	exists(collection: string, id: number): boolean {
		return this.state.data.collections[collection].records[id] !== undefined;
	}

	/** @throws ApiError 422 for a body with faults; what the table says where a record is there already */
	create(table: CollectionTable, bodies: readonly unknown[], parentId?: number, many = true): StoredRecord[] {
		const faults: Faults = {};
		const changes = bodies.flatMap((body, index) =>
			this.draft(table, body, many ? `${index}.` : '', faults, { parentId }),
		);
		return this.keep(table, changes, faults);
	}

	/** @throws ApiError 404 where the record is not there, 422, and what the table says of a clash */
	updateOne(table: CollectionTable, id: number, body: unknown, parentId?: number): StoredRecord[] {
		const before = this.get(table, id, parentId);
		const faults: Faults = {};
		return this.keep(table, this.draft(table, body, '', faults, { before }), faults);
	}

	/** @throws ApiError as `updateOne`, with the table's status for an id that is not there */
	updateMany(table: CollectionTable, bodies: readonly unknown[]): StoredRecord[] {
		const faults: Faults = {};
		const changes = bodies.flatMap((body, index) => {
			const at = `${index}.`;
			if (table.upsertBy !== undefined) return this.draftUpsert(table, table.upsertBy, body, at, faults);
			const { id, rest } = takeId(body, at, faults);
			const before = this.state.data.collections[table.name].records[id];
			if (before !== undefined) return this.draft(table, rest, at, faults, { before });
			if (table.unknownInBatch === 404 && faults[`${at}id`] === undefined) throw notFound();
			faults[`${at}id`] ??= 'The id was not found.';
			return [];
		});
		return this.keep(table, changes, faults);
	}

	/** Removes records and whatever belongs to them; only the records themselves have events. */
	remove(table: CollectionTable, records: readonly StoredRecord[]): void {
		for (const record of records) {
			this.forget(table, record);
			this.changed({ table, kind: 'deleted', record });
		}
	}

	private table(collection: string): CollectionTable {
		const table = this.tables.find(({ name }) => name === collection);
		if (table === undefined) throw new Error(`There is no collection '${collection}'`);
		return table;
	}

	private forget(table: CollectionTable, { id }: StoredRecord): void {
		delete this.state.data.collections[table.name].records[id];
		this.removed(table.name, id);
		for (const child of this.tables) {
			const names = Object.keys(child.fields).filter((name) => child.fields[name].refers === table.name);
			const hangs = ({ parentId, values }: StoredRecord) =>
				(child.parent?.collection === table.name && parentId === id) ||
				names.some((name) => values[name] === id);
			for (const record of this.records(child.name).filter(hangs)) this.forget(child, record);
		}
	}

	/** A record and the sub-resources that its body lists, checked by themselves. */
	private draft(
		table: CollectionTable,
		body: unknown,
		at: string,
		faults: Faults,
		{ before, parentId }: { before?: StoredRecord; parentId?: number },
	): Change[] {
		const kind = before === undefined ? 'created' : 'updated';
		const written = readBody(table, kind, body, at, faults);
		const now = wholeSeconds(this.context.clock.now());
		const parent = before?.parentId ?? parentId ?? parentIn(table, written);
		this.checkReferences(
			table,
			written,
			at,
			faults,
			parentId === undefined ? undefined : table.parent?.field,
		);
		const given = {
			id: before?.id ?? this.nextId(table),
			createdAt: before?.createdAt ?? now,
			modifiedAt: now,
			...(parent === undefined ? {} : { parentId: parent }),
		};
		const isChild = (name: string) => table.fields[name].children !== undefined;
		const own = Object.fromEntries(Object.entries(written).filter(([name]) => !isChild(name)));
		const record = newRecord(table, { ...given, values: { ...before?.values, ...own } });
		const parts = Object.keys(written)
			.filter(isChild)
			.flatMap((name) => this.draftChildren(table, name, written[name], record.id, at, faults));
		return [{ table, kind, record, before }, ...parts];
	}

	/** Changes the record that has the same keys, or makes one. */
	private draftUpsert(
		table: CollectionTable,
		keys: readonly string[],
		body: unknown,
		at: string,
		faults: Faults,
	): Change[] {
		const given: Values = isObject(body) ? omit(body, 'id') : {};
		const before = this.records(table.name).find(({ values }) =>
			keys.every((key) => values[key] === given[key]),
		);
		if (before === undefined) return this.draft(table, isObject(body) ? given : body, at, faults, {});
		return this.draft(table, omit(given, ...keys), at, faults, { before });
	}

	private draftChildren(
		table: CollectionTable,
		name: string,
		bodies: unknown,
		parentId: number,
		at: string,
		faults: Faults,
	): Change[] {
		const child = this.table(table.fields[name].children ?? '');
		const field = child.parent?.field;
		const { renamed = {} } = table.fields[name];
		return (Array.isArray(bodies) ? bodies : []).flatMap((body: Values, index) => {
			const path = `${at}${name}.${index}.`;
			const { id, ...given } = body;
			const rest = mapKeys(given, (_value, key) => renamed[key] ?? key);
			const named = field === undefined ? rest : { ...rest, [field]: parentId };
			if (id === undefined) return this.draft(child, named, path, faults, { parentId });
			const before = this.records(child.name, parentId).find((record) => record.id === id);
			if (before !== undefined) return this.draft(child, rest, path, faults, { before });
			faults[`${path}id`] = 'The id was not found.';
			return [];
		});
	}

	/** What a body refers to must be there; its parent may be in the making. */
	private checkReferences(
		{ fields }: CollectionTable,
		written: Values,
		at: string,
		faults: Faults,
		parentField: string | undefined,
	): void {
		for (const [name, value] of Object.entries(written)) {
			const { refers } = fields[name];
			if (refers === undefined || name === parentField || this.exists(refers, Number(value))) continue;
			faults[`${at}${name}`] = 'The id was not found.';
		}
	}

	private nextId({ name }: CollectionTable): number {
		const collection = this.state.data.collections[name];
		collection.lastId += 1;
		return collection.lastId;
	}

	/** Keeps what was drafted. @returns the records of the table itself, in the order of the bodies */
	private keep(table: CollectionTable, drafted: Change[], faults: Faults): StoredRecord[] {
		if (Object.keys(faults).length > 0) throw invalidData(faults);
		const changes = withoutClashes(drafted, (collection) => this.records(collection));
		for (const {
			table: { name },
			record,
		} of changes) {
			this.state.data.collections[name].records[record.id] = record;
		}
		for (const change of changes) this.changed(change);
		return changes.filter((change) => change.table === table).map(({ record }) => record);
	}

	private changed(change: Change): void {
		const { table, record } = change;
		this.state.save();
		this.context.changes.emit('change', { service: 'bigcommerce', kind: table.name, id: String(record.id) });
		for (const { scope, data } of table.events?.(change) ?? []) {
			this.deliveries.fire(`store/${scope}`, data);
		}
	}
}

/** The parent that a body names. */
function parentIn({ parent }: CollectionTable, written: Values): number | undefined {
	if (parent?.field === undefined || written[parent.field] === undefined) return undefined;
	return Number(written[parent.field]);
}

/** The bodies of a call with an array. @throws ApiError 422 for another form, 413 for too many (BigCommerce reference 2.6) */
export function bodiesOf({ mostPerCall = Infinity }: CollectionTable, body: unknown): unknown[] {
	if (!Array.isArray(body)) throw invalidData({ '.': 'must be an array' });
	if (body.length > mostPerCall) {
		throw new ApiError(
			413,
			`The request payload is too large. The maximum items allowed in the array is ${mostPerCall}.`,
			{},
		);
	}
	return body;
}
