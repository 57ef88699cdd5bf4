import type { SandboxContext } from '../../core/context';
import type { StateFile } from '../../core/stateFile';
import { ApiError, BatchError, invalidData, notFound } from '../errors';
import { wholeSeconds } from '../format';
import type { Deliveries } from '../hooks/deliveries';
import type { BigCommerceState } from '../state';
import type { Switches } from '../switches';
import { takeId } from './body';
import { Drafts } from './drafts';
import type { Drafting } from './drafts';
import type { StoredCollection, StoredRecord, Values } from './record';
import { show } from './show';
import type { Change, CollectionTable } from './table';
import { withoutClashes } from './unique';

/**
 * The records of every collection. A call is carried out whole or not at all: first every record that it makes or
 * changes is drafted and checked, then all of them are kept and their events fired (BigCommerce reference 14.17).
 */
export class CollectionBook implements Drafting {
	constructor(
		private readonly tables: readonly CollectionTable[],
		private readonly state: StateFile<BigCommerceState>,
		private readonly context: SandboxContext,
		private readonly deliveries: Deliveries,
		private readonly seeds: () => Record<string, StoredCollection>,
		/** something else that hangs on a record goes with it */
		private readonly removed: (collection: string, id: number) => void,
	) {}

	/** Tables whose changes fire no events while a call is carried out that has none. */
	private silent?: CollectionTable['version'];

	/** Carries out a call of which the vendor tells no webhook (BigCommerce reference 13.2). */
	silently<Result>(version: CollectionTable['version'], act: () => Result): Result {
		this.silent = version;
		try {
			return act();
		} finally {
			this.silent = undefined;
		}
	}

	now(): number {
		return this.context.clock.now();
	}

	switches(): Readonly<Switches> {
		return this.state.data.switches;
	}

	records(collection: string, parentId?: number): StoredRecord[] {
		return Object.values(this.kept(collection).records).filter(
			(record) => parentId === undefined || record.parentId === parentId,
		);
	}

	shown(collection: string, parentId: number): Values[] {
		const table = this.table(collection);
		return this.records(collection, parentId).map((record) => show(table, record, this));
	}

	exists(collection: string, id: number): boolean {
		return this.kept(collection).records[id] !== undefined;
	}

	lastId(collection: string): number {
		return this.kept(collection).lastId;
	}

	/** @throws Error for a name that no table has */
	table(collection: string): CollectionTable {
		const table = this.tables.find(({ name }) => name === collection);
		if (table === undefined) throw new Error(`There is no collection '${collection}'`);
		return table;
	}

	/** @throws ApiError 404, also for a record of another parent */
	get({ name }: CollectionTable, id: number, parentId?: number): StoredRecord {
		const record = this.kept(name).records[id];
		if (record === undefined || (parentId !== undefined && record.parentId !== parentId)) throw notFound();
		return record;
	}

	/** @throws ApiError 422 for a body with faults; what the table says where a record is there already */
	createOne(table: CollectionTable, body: unknown, parentId?: number): StoredRecord[] {
		return this.carryOut(table, (drafts) => drafts.create(table, body, '', parentId));
	}

	/** @throws ApiError as `createOne`, and 413 for too many */
	createMany(table: CollectionTable, body: unknown): StoredRecord[] {
		const bodies = bodiesOf(table, body);
		return this.carryOutAll(table, bodies, (drafts, each, at) => drafts.create(table, each, at));
	}

	/** @throws ApiError 404 where the record is not there, 422, and what the table says of a clash */
	updateOne(table: CollectionTable, id: number, body: unknown, parentId?: number): StoredRecord[] {
		const before = this.get(table, id, parentId);
		return this.carryOut(table, (drafts) => drafts.change(table, before, body, ''));
	}

	/** Sets what no body of a record may say, such as a state that has a call of its own. */
	set(table: CollectionTable, before: StoredRecord, values: Values): StoredRecord {
		const modifiedAt = wholeSeconds(this.context.clock.now());
		const record = { ...before, modifiedAt, values: { ...before.values, ...values } };
		this.kept(table.name).records[record.id] = record;
		this.announce({ table, kind: 'updated', record, before });
		return record;
	}

	/** @throws ApiError as `updateOne`, with the table's status for an id that is not there, and 413 for too many */
	updateMany(table: CollectionTable, body: unknown, parentId?: number): StoredRecord[] {
		const bodies = bodiesOf(table, body);
		return this.carryOutAll(table, bodies, (drafts, each, at) => {
			if (table.upsertBy === undefined) this.draftUpdate(table, drafts, each, at);
			else drafts.upsert(table, table.upsertBy, each, at, parentId);
		});
	}

	/** Removes records and whatever belongs to them; only the records themselves have events. */
	remove(table: CollectionTable, records: readonly StoredRecord[]): void {
		for (const record of records) {
			this.forget(table, record);
			this.announce({ table, kind: 'deleted', record });
		}
	}

	/** A collection that the state of an earlier sandbox lacks starts with its seed. */
	private kept(collection: string): StoredCollection {
		const { collections } = this.state.data;
		const { keptIn: name = collection } = this.table(collection);
		collections[name] ??= this.seeds()[name];
		return collections[name];
	}

	private draftUpdate(table: CollectionTable, drafts: Drafts, body: unknown, at: string): void {
		const { idName } = table;
		const { id, rest } = takeId(body, at, drafts.faults, idName ?? 'id');
		const before = drafts.current(table, id);
		if (before !== undefined) drafts.change(table, before, rest, at);
		else if (table.unknownInBatch === 404 && drafts.faults[`${at}id`] === undefined) throw notFound();
		else drafts.missing(at);
	}

	/** The bodies of one call: all or none, or those before the refused one (reference 14.17 leaves it open). */
	private carryOutAll(
		table: CollectionTable,
		bodies: readonly unknown[],
		draft: (drafts: Drafts, body: unknown, at: string) => void,
	): StoredRecord[] {
		const carryOut = (from: number, until: number) =>
			this.carryOut(table, (drafts) =>
				bodies.slice(from, until).forEach((body, index) => draft(drafts, body, `${from + index}.`)),
			);
		if (this.switches().refusedBatchChangesNothing) return carryOut(0, bodies.length);
		return bodies.flatMap((_body, index) => carryOut(index, index + 1));
	}

	/** Drafts a call and keeps it, or nothing of it. @returns the records of the table itself, in the order of the bodies */
	private carryOut(table: CollectionTable, draft: (drafts: Drafts) => void): StoredRecord[] {
		const drafts = new Drafts(this);
		draft(drafts);
		const faults = Object.values(drafts.faults);
		if (faults.length > 0) {
			// V2 refuses what is wrong in a body with 400 (reference 2.5).
			if (table.version === 'v2') throw new ApiError(400, faults.join(' '));
			if (table.batchErrors) {
				throw new BatchError('JSON data is missing or invalid', table.batchErrors, drafts.faults);
			}
			throw table.plainFaults === true ? new ApiError(422, faults.join(' ')) : invalidData(drafts.faults);
		}
		const changes = withoutClashes(drafts.changes, (collection) => this.records(collection));
		for (const [name, id] of drafts.lastIds) this.kept(name).lastId = id;
		for (const change of changes) this.kept(change.table.name).records[change.record.id] = change.record;
		for (const change of changes) this.announce(change);
		return changes.filter((change) => change.table === table).map(({ record }) => record);
	}

	private forget(table: CollectionTable, { id }: StoredRecord): void {
		delete this.kept(table.name).records[id];
		this.removed(table.name, id);
		for (const child of this.tables) {
			const names = Object.keys(child.fields).filter((name) => child.fields[name].refers === table.name);
			const hangs = ({ parentId, values }: StoredRecord) =>
				(child.parent?.collection === table.name && parentId === id) ||
				names.some((name) => values[name] === id);
			for (const record of this.records(child.name).filter(hangs)) this.forget(child, record);
		}
	}

	private announce(change: Change): void {
		const { table, record } = change;
		this.state.save();
		this.context.changes.emit('change', { service: 'bigcommerce', kind: table.name, id: String(record.id) });
		if (table.version === this.silent) return;
		for (const { scope, data } of table.events?.(change) ?? []) this.deliveries.fire(`store/${scope}`, data);
	}
}

/** The bodies of a call with an array. @throws ApiError 422 for another form, 413 for too many (BigCommerce reference 2.6) */
function bodiesOf({ mostPerCall = Infinity }: CollectionTable, body: unknown): unknown[] {
	if (!Array.isArray(body)) throw invalidData({ '.': 'must be an array' });
	if (body.length <= mostPerCall) return body;
	throw new ApiError(
		413,
		`The request payload is too large. The maximum items allowed in the array is ${mostPerCall}.`,
	);
}
