import mapKeys from 'lodash/mapKeys';
import omit from 'lodash/omit';

import { wholeSeconds } from '../format';
import { isObject, readBody } from './body';
import type { Faults } from './body';
import { newRecord } from './newRecord';
import type { StoredRecord, Surroundings, Values } from './record';
import type { Change, CollectionTable } from './table';

/** What drafting looks at; it changes nothing. */
export interface Drafting extends Surroundings {
	table(collection: string): CollectionTable;
	exists(collection: string, id: number): boolean;
	lastId(collection: string): number;
}

/** The parent that a body names. */
function parentIn({ parent }: CollectionTable, written: Values): number | undefined {
	if (parent?.field === undefined || written[parent.field] === undefined) return undefined;
	return Number(written[parent.field]);
}

const NOT_FOUND = 'The id was not found.';

/** One call's drafts: every record that it would make or change, and what is wrong with its bodies. */
export class Drafts {
	readonly changes: Change[] = [];

	readonly faults: Faults = {};

	/** last ids given out, by collection; they count only once the drafts are kept */
	readonly lastIds = new Map<string, number>();

	constructor(private readonly around: Drafting) {}

	/**
	 * Drafts a new record and the sub-resources that its body lists.
	 * @param at path of the body in the call's body, e.g. `0.`
	 */
	create(table: CollectionTable, body: unknown, at: string, parentId?: number): void {
		this.draft(table, body, at, { parentId });
	}

	/** Drafts a change: what the body does not name stays. */
	change(table: CollectionTable, before: StoredRecord, body: unknown, at: string): void {
		this.draft(table, body, at, { before });
	}

	/** Drafts a change of the record that has the same keys, or a new one. */
	upsert(
		table: CollectionTable,
		keys: readonly string[],
		body: unknown,
		at: string,
		parentId?: number,
	): void {
		const given: Values = isObject(body) ? omit(body, 'id') : {};
		const before = [...this.around.records(table.name, parentId), ...this.drafted(table)].findLast(
			({ values }) => keys.every((key) => values[key] === given[key]),
		);
		if (before === undefined) this.create(table, isObject(body) ? given : body, at, parentId);
		else this.change(table, before, omit(given, ...keys), at);
	}

	/** A record as it would be after what was drafted so far; undefined where there is none. */
	current(table: CollectionTable, id: number): StoredRecord | undefined {
		return [...this.around.records(table.name), ...this.drafted(table)].findLast((each) => each.id === id);
	}

	/** A record of the body is not there. */
	missing(at: string): void {
		this.faults[`${at}id`] ??= NOT_FOUND;
	}

	private drafted(table: CollectionTable): StoredRecord[] {
		return this.changes.filter((change) => change.table === table).map(({ record }) => record);
	}

	private draft(
		table: CollectionTable,
		body: unknown,
		at: string,
		{ before, parentId }: { before?: StoredRecord; parentId?: number },
	): void {
		const kind = before === undefined ? 'created' : 'updated';
		const written = readBody(table, kind, body, at, this.faults);
		// A parent that is in the making is not to be looked for.
		this.checkReferences(
			table,
			parentId === undefined ? written : omit(written, table.parent?.field ?? ''),
			at,
		);
		const parent = before?.parentId ?? parentId ?? parentIn(table, written);
		const now = wholeSeconds(this.around.now());
		const isChild = (name: string) => table.fields[name].children !== undefined;
		const record = newRecord(table, {
			id: before?.id ?? this.nextId(table),
			createdAt: before?.createdAt ?? now,
			modifiedAt: now,
			...(parent === undefined ? {} : { parentId: parent }),
			values: { ...before?.values, ...omit(written, Object.keys(written).filter(isChild)) },
		});
		this.changes.push({ table, kind, record, before });
		for (const name of Object.keys(written).filter(isChild)) {
			this.draftChildren(table, name, written[name], record.id, at);
		}
	}

	private draftChildren(
		table: CollectionTable,
		name: string,
		bodies: unknown,
		parentId: number,
		at: string,
	): void {
		const { children = '', renamed = {} } = table.fields[name];
		const child = this.around.table(children);
		const field = child.parent?.field;
		const list: unknown[] = Array.isArray(bodies) ? bodies : [];
		for (const [index, body] of list.filter(isObject).entries()) {
			const path = `${at}${name}.${index}.`;
			const rest = mapKeys(omit(body, 'id'), (_value, key) => renamed[key] ?? key);
			const before = this.around.records(child.name, parentId).find(({ id }) => id === body.id);
			if (body.id === undefined) {
				this.create(child, field === undefined ? rest : { ...rest, [field]: parentId }, path, parentId);
			} else if (before === undefined) this.missing(path);
			else this.change(child, before, rest, path);
		}
	}

	private checkReferences({ fields }: CollectionTable, written: Values, at: string): void {
		for (const [name, value] of Object.entries(written)) {
			const { refers } = fields[name];
			if (refers === undefined || this.around.exists(refers, Number(value))) continue;
			this.faults[`${at}${name}`] = NOT_FOUND;
		}
	}

	private nextId({ name }: CollectionTable): number {
		const id = (this.lastIds.get(name) ?? this.around.lastId(name)) + 1;
		this.lastIds.set(name, id);
		return id;
	}
}
