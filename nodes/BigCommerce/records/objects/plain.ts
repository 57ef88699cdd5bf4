import omit from 'lodash/omit';
import pick from 'lodash/pick';
import { fingerprint } from '../../../shared/fingerprint';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { Collection } from '../../transport/collection';
import type { Findable, StoreLocator, StoreRecord } from '../storeRecord';
import type { Carrier } from '../../transport/carriers';
import type { ScopeName } from '../../transport/scopes';
import type { ObjectType, TextId } from './objectType';

/** A record as far as one is read. */
type Read = Omit<Findable, 'locator' | 'below'> & {
	scope: ScopeName;
	includes?: StoreRecord['includes'];
	locator: Pick<StoreLocator, 'label' | 'named'>;
};

/** What is special about a kind of object. */
interface Plain {
	record: Read;
	carrier: Carrier;
	textId?: TextId;
	/** Its page in the control panel, where that is known; left out: the control panel. */
	page?(id: string): string;
	version?: ObjectType['version'];
	/** What the version needs beside the record itself, by the names that the store is asked for. */
	parts?: readonly string[];
	isArchived?: ObjectType['isArchived'];
}

const NUMBER = /^[1-9]\d*$/;

/** When the store changed a record last says nothing of what it holds. */
const DATES: ReadonlySet<string> = new Set([
	...['date_created', 'date_modified', 'created_at', 'updated_at', 'created_time', 'updated_time'],
]);

/** A hash of how each of these fields looks. */
export function watchedFields(object: Given, names: readonly string[]): Record<string, string> {
	const values = new Map<string, unknown>(Object.entries(object));
	return Object.fromEntries(names.map((name) => [name, fingerprint(values.get(name) ?? null)]));
}

/** An object that is a plain record of the store, of which fields are watched by the store's own names. */
export const plain = (
	value: string,
	{ record, carrier, textId, page = () => '/manage', version, parts = [], isArchived = () => false }: Plain,
): ObjectType => ({
	value,
	label: record.locator.label,
	one: record.one,
	scope: record.scope,
	id: textId?.pattern ?? NUMBER,
	...(textId && { textId }),
	carrier,
	async read(store, id) {
		const place = pick(record, [
			...(['path', 'scope', 'one', 'words', 'inArrays', 'hasNoIdFilter', 'idField'] as const),
			...(['byIds', 'isUnpaged'] as const),
		]);
		const onlyRead = carrier.isNeighbour === true;
		const collection = new Collection(store, { ...place, onlyRead });
		const query = parts.length ? { include: parts.join(',') } : undefined;
		return { ...(await collection.get(textId ? id : Number(id), query)) };
	},
	// What comes only when it is asked for is not read, so that no change of it would be seen.
	watchable: new Set(
		Object.keys(record.properties).filter(
			(name) =>
				!DATES.has(name) && record.includes?.every(({ value: include }) => include !== name) !== false,
		),
	),
	// A question that was asked before they were read holds the hash of nothing for them.
	watched: (object, names) => watchedFields(omit(object, parts), names),
	...(version && { version }),
	isArchived,
	page,
	named: (object) => record.locator.named(fieldsIn(record.properties, object)),
});
