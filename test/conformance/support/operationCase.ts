import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import type { Scope } from '../../../nodes/shared/operation';
import type { World } from '../../engine/support/world';

/** How one operation is run against the sandbox. */
export interface OperationCase {
	/**
	 * Makes what the operation needs, and gives the parameters under which it does its whole work.
	 *
	 * @param nth tells the items of one run apart, where a key must be new
	 */
	prepare(world: World, nth: number): Promise<INodeParameters>;
	/** What is entered instead for an item that goes wrong; keys that `prepare` gives as well. */
	wrong: INodeParameters;
	/** What is said of it behind `Item 2: `. */
	refusal: RegExp;
	/** What stands in the first item that comes out. */
	gives(entered: INodeParameters): IDataObject;
	/** What else it does its whole work with, by what tells it apart: each is done once, and needs its own scopes. What comes out is the same. */
	others?: Readonly<Record<string, (world: World) => Promise<INodeParameters>>>;
	/** Writes after which a further right may be found missing: method and address. */
	firstSteps?: RegExp;
	/** The files of the item that comes in. */
	files?(world: World, nth: number): Promise<IBinaryKeyData>;
	/** Takes one item alone, and says so of more. */
	oneAtATime?: true;
	/** What it makes has nothing to find it by: after a broken connection the item says that it is not known, and a second run makes a second one. */
	keyless?: true;
	/** What it still writes after a failure, so that the next run need not wait: method and address. */
	givesBack?: RegExp;
	/** Writes that only note what was done, which the service itself tells as well: method and address. */
	notes?: RegExp;
	/** What it reads only to say sooner what would go wrong: left without an answer, it goes on and does its whole work. Method and address. */
	courtesy?: RegExp;
	/** What it sends beyond the vendor's description, and where that was read. */
	beyond?: { says: RegExp; source: string };
	/** What comes out is of any kind, as the path gives it: the schema names only these of it. */
	names?: readonly string[];
	/** The scopes that it needs, where what is entered decides and the operation declares none. */
	scopes?: readonly Scope[];
	/** Every account of the service may do it, whatever scopes it has. */
	needsNoScope?: true;
	/** Sends nothing to the service. */
	silent?: true;
}

/** The operations of one resource, by value. */
export type Cases = Readonly<Record<string, OperationCase>>;

/** What stands in n8n's resource mapper. */
export const mapped = (value: INodeParameters): INodeParameters => ({
	fields: { mappingMode: 'defineBelow', value },
});

/** By its number, as a resource locator. */
export const byId = (value: string | number): INodeParameters => ({ __rl: true, mode: 'id', value });

/** Nothing has this number. */
export const NOBODY = 99_999_999;

/** A whole list. The limit is not looked at. */
export const ALL = { returnAll: true, limit: 50 };

/** A limit that is none, in place of a whole list. */
export const MANY = { returnAll: false, limit: 'many' };

export const NO_LIMIT = /^Limit must be a whole number of at least 1, but it is "many"$/;
