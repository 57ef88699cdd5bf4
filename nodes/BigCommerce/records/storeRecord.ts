import type { INodePropertyOptions } from 'n8n-workflow';
import type { Entered } from '../../shared/record/field';
import type { LocatorKey, LocatorTable } from '../../shared/record/locator';
import type { Given } from '../../shared/record/given';
import type { Written } from '../../shared/record/written';
import type { Query } from '../../shared/serviceRequest';
import type { FieldsOf, Properties } from '../../shared/shape';
import type { EventRight } from '../transport/eventScopes';
import type { StoreList } from './storeList';

/** How people find one record. @template Known what it looks like */
export interface StoreLocator<Known extends Properties = Properties> extends LocatorTable {
	/** What else names exactly one; `filter` is its query parameter, left out where the list takes none. */
	key?: LocatorKey & {
		field: string;
		filter?: string;
		/** The filter that takes several of them, separated by commas. */
		several?: string;
	};
	/** What the list is asked for by what was typed into its search; left out where the list is short and is searched here. */
	asked?(typed: string): Query;
	/** How a row is called in the list. */
	named(row: FieldsOf<Known>): string;
}

/** One object of the store, as a table: plain reading and writing is made from it (`actions/crud`). */
export interface StoreRecord<Known extends Properties = Properties> extends StoreList, Written {
	properties: Known;
	locator: StoreLocator<Known>;
	/** The record that it hangs on; the path has `{id}` in place of that one's. */
	below?: Findable;
	/** There is no call for one: it is taken and given in arrays. */
	inArrays?: true;
	/** By which filter the list finds records by their ids; left out: `id:in`. */
	byIds?: string;
	/** A new one is a row without an id in a PUT (BigCommerce reference 7.4). */
	isMadeByPut?: true;
	/** A write answers nothing of the record: it is read again. */
	isSilent?: true;
	/** Lists of which a change adds the rows that have no id. */
	addsTo?: readonly string[];
	/** Guides show one without the envelope (BigCommerce reference 12.1). */
	mayBeBare?: true;
	/** A removal answers the record that is gone (reference 12.1). */
	showsRemoved?: true;
	/** Where a new one is made and one is removed, where that is not where they are listed: below the record that `field` names. */
	home?: { record: StoreRecord; path: string; field: string };
	/** What a change must say although it stays: it is read first. */
	restated?: readonly string[];
	/** What an API account needs to write a row, where that depends on what the row says. */
	rightFor?(row: Given): EventRight | undefined;
	/** The values as the store takes them, where that is another form. */
	sent?(values: Entered): Entered;
	/** How many one change takes; left out: one. */
	most?: number;
	/** How many one removal takes by their ids; left out: one. */
	removedAtOnce?: number;
	/** The record that every new one belongs to, and the field that names it: it is picked, where a path would name it otherwise. */
	of?: { record: StoreRecord; field: string };
	/** The list cannot be asked for ids (BigCommerce reference 6.3). */
	hasNoIdFilter?: true;
	/** The store passes over one that would equal another, without an error (BigCommerce reference 6.2). */
	omitsEqual?: true;
	/**
	 * By what one is found again whose creation was not answered: equal in all of these fields that were set, of which the filter asks for the first; `empty`: what a new one has empty unless it is sent, for a kind that does not say when one was made, so that one that stood before is told by what it holds.
	 */
	same?: { fields: readonly string[]; filter?: string; empty?: readonly string[] };
	/** How many new ones one call takes, and by which filter the list gives those that may equal one, by a field of it; no filter where the list is short. Needs `same`. */
	together?: { most: number; among?: { filter: string; field: string } };
	/** What the store puts into a record when it is asked to. */
	includes?: readonly INodePropertyOptions[];
	/** The store leaves out what `include_fields` does not name (BigCommerce reference 2.3). */
	isLean?: true;
}

/** A record as far as one is picked and looked up. */
export interface Findable extends Pick<
	StoreRecord,
	| 'one'
	| 'words'
	| 'path'
	| 'scope'
	| 'properties'
	| 'locator'
	| 'inArrays'
	| 'omitsEqual'
	| 'hasNoIdFilter'
	| 'idField'
	| 'byIds'
	| 'isUnpaged'
	| 'isMadeByPut'
	| 'isSilent'
	| 'addsTo'
	| 'mayBeBare'
	| 'showsRemoved'
	| 'rightFor'
	| 'told'
> {
	below?: Findable;
}
