import omit from 'lodash/omit';
import pick from 'lodash/pick';
import type { Entered } from '../../../shared/record/field';
import type { ListQuery, ListTable } from '../../../shared/record/listing';
import type { LocatorTable } from '../../../shared/record/locator';
import type { Written } from '../../../shared/record/written';
import type { Query } from '../../../shared/serviceRequest';
import type { FieldsOf, Properties } from '../../../shared/shape';
import type { ListShape } from '../transport/envelope';

type Sort = NonNullable<ListQuery['sort']>;

/** A list of B2B Edition. */
export interface B2bList extends ListTable, ListShape {
	/** Below the base of the API; `{id}` stands in place of the id of the record that it hangs on. */
	path: string;
	/** By what a row names itself; left out: `id`. */
	idField?: string;
	/** The list comes whole, and takes neither offset nor limit. */
	isUnpaged?: true;
	/** How the list is asked by what was entered, where some of it counts only with other; left out: as it is. */
	asked?(filters: Query): Query;
	/** The list shows extra fields only when it is asked to (BigCommerce reference 13.2). */
	hidesExtraFields?: true;
	/** How it is asked to, where that is not `isIncludeExtraFields=1` (reference 13.5). */
	extraFieldsBy?: Query;
	/** The words of its directions: quotes write them small (reference 13.6). */
	directions?: 'small';
	/** The record that it hangs on. */
	below?: B2bRecord;
}

/** How people find one record. @template Known what it looks like */
export interface B2bLocator<Known extends Properties = Properties> extends LocatorTable {
	/** What the list is asked for by what was typed into its search; left out where the list is short and is searched here. */
	asked?(typed: string): Query;
	/** How a row is called in the list. */
	named(row: FieldsOf<Known>): string;
}

/** One object of B2B Edition that is read. */
export interface B2bRecord<Known extends Properties = Properties> extends B2bList {
	properties: Known;
	/** What one is called in texts. */
	one: string;
	/** What must be asked for with one (BigCommerce reference 13.6). @param made when it was made, where that is known */
	query?(made?: Date): Query;
	/** By what one names itself when it is read alone, where that is not as in the list. */
	namedBy?: string;
	locator: B2bLocator<Known>;
}

/** One that is made and changed as well. */
export interface WritableRecord<Known extends Properties = Properties> extends B2bRecord<Known>, Written {
	/** By what the answer to a creation names what was made, where that is not how the record names itself (BigCommerce reference 13.2, 13.4). */
	madeAs?: string;
	/** What a new one must say that follows from the rest. */
	derived?(values: Entered): Entered;
	/** Several are made in one call: by which fields each is known in the answer, and whether that shows them as they stand; left out: it tells their ids (reference 13.1). */
	bulk?: { key: readonly string[]; isShown?: true };
	/** The record that every new one belongs to, and the field that names it: it is picked. */
	of?: { record: B2bRecord; field: string };
	/** By what one is found again whose creation was not answered. */
	same?: {
		field: string;
		/** The list in which it is looked for, and what it is asked for. */
		list: Pick<B2bList, 'path' | 'idField' | 'rows' | 'paging'>;
		query(values: Entered): Query;
		/** What a row calls the value. */
		shown: string;
		/** By what the row names the record. */
		id: string;
		/** What the record must show of what was sent: the value may have been somebody's before. */
		also: string;
		/** Several may have the value: those that stood before are none that was sent. */
		isShared?: true;
		/** A row counts only where it shows this; what it then is called in texts. */
		only?: { field: string; is: number; called: string };
	};
}

/** A record that is found again by a field of its own. */
export type Keyed = WritableRecord & Required<Pick<WritableRecord, 'same'>>;

/** A record as Create or Update asks for it, which decides by its key whether it is there. */
export const askedByKey = (record: Keyed): Keyed => {
	const {
		same: { field },
		required,
		further,
	} = record;
	return {
		...record,
		required: { ...pick({ ...further, ...required }, field), ...required },
		further: omit(further, field),
	};
};

/** `sortBy=updatedAt&orderBy=DESC` (reference 13.2), in small letters for quotes (13.6). */
export const sorted = ({ directions }: B2bList, { by, direction }: Sort): Query => ({
	sortBy: by,
	orderBy: directions === 'small' ? direction : direction.toUpperCase(),
});
