import type { StoredRecord } from './record';
import type { Change, UniqueKey } from './table';

/** What two records must not have in common; undefined where the key is blank. */
function keyOf({ by, withinParent }: UniqueKey, { values, parentId }: StoredRecord): string | undefined {
	const parts = by.map((name) => String(values[name] ?? '').toLowerCase());
	if (parts.every((part) => part === '')) return undefined;
	return JSON.stringify([withinParent === true ? parentId : null, ...parts]);
}

/**
 * Drops the changes that would repeat a record where the table says so.
 * @param existing records of a collection before the changes
 * @throws ApiError what the table says where a second record is refused
 */
export function withoutClashes(
	changes: Change[],
	existing: (collection: string) => StoredRecord[],
): Change[] {
	const after = new Map<string, Map<number, StoredRecord>>();
	return changes.filter(({ table, kind, record }) => {
		const records = after.get(table.name) ?? new Map(existing(table.name).map((each) => [each.id, each]));
		after.set(table.name, records);
		for (const rule of table.unique ?? []) {
			const key = keyOf(rule, record);
			const clashes =
				key !== undefined &&
				[...records.values()].some((other) => other.id !== record.id && keyOf(rule, other) === key);
			if (!clashes) continue;
			if (rule.clash === 'omit') return false;
			throw rule.clash(kind, rule.by[0]);
		}
		records.set(record.id, record);
		return true;
	});
}
