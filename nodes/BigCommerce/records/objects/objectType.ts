import type { Scope } from '../../../shared/operation';
import type { Given } from '../../../shared/record/given';
import type { Carrier, CarrierKind } from '../../transport/carriers';
import type { ScopeName } from '../../transport/scopes';
import type { StoreClient } from '../../transport/StoreClient';

/** An id that is a text. */
export interface TextId {
	pattern: RegExp;
	/** In texts: a UUID. */
	is: string;
	/** One, as an example. */
	like: string;
}

/** A kind of store object that people decide about. @template Reader what is asked for one */
export interface ObjectType<Reader = StoreClient> {
	/** In link keys, in cases, and as the name under which the object stands in an item. */
	value: string;
	/** How it is listed. */
	label: string;
	/** One of them in a text: price list. */
	one: string;
	/** What an API account needs to read it (BigCommerce reference 1.3). */
	scope: ScopeName;
	id: RegExp;
	/** What the id is where it does not count; left out: a whole number. */
	textId?: TextId;
	carrier: Carrier<Reader>;
	/** It can wait until people have decided: in a status, or without checkout. */
	waits?: 'status' | 'checkout';
	/** @param watched what has to be there of it beside its record @throws NodeApiError when it does not exist */
	read(reader: Reader, id: string, watched?: readonly string[]): Promise<Given>;
	/** What of it can be watched, by name. */
	watchable: ReadonlySet<string>;
	/** A hash of how each of these looks. */
	watched(object: Given, names: readonly string[]): Record<string, string>;
	/** Tells whether its content is still what people were asked about, as the operation compares it that publishes it; left out where there is none. */
	version?(object: Given): string;
	/** It is put away: nobody is asked about it any more. */
	isArchived(object: Given): boolean;
	/** Its page in the control panel, below the address of the store. */
	page(id: string): string;
	/** How one is called in a list. */
	named(object: Given): string;
}

/** The least that reads; one scope has no form that only does that (BigCommerce reference 1.3). */
const toRead = (name: ScopeName): Scope =>
	name === 'B2B Edition' ? { name, access: 'modify', isWhole: true } : { name, access: 'read-only' };

/**
 * What an API account needs for these.
 *
 * @param by the parameter that tells the type: a field of its own, or the link key
 * @param isCarrierAlone the object itself is not read
 * @param isOfAll all carriers of its kind are read, so that none is looked for
 */
export const scopesOf = (
	types: ReadonlyArray<Pick<ObjectType, 'value' | 'scope'> & { carrier: CarrierKind }>,
	access: Scope['access'],
	by: 'objectType' | 'linkKey',
	{ isCarrierAlone = false, isOfAll = false } = {},
): Scope[] => {
	const known = new Map<string, Scope & { when: Record<string, string[]> }>();
	for (const { value, scope, carrier } of types) {
		const further = [...(isCarrierAlone ? [] : [scope]), ...((!isOfAll && carrier.needs) || [])];
		const reads = further.filter((name) => name !== carrier.type.scope);
		const wanted: Scope[] = [{ name: carrier.type.scope, access }, ...reads.map(toRead)];
		for (const one of wanted) {
			const id = `${one.name}: ${one.access}`;
			const values = [...(known.get(id)?.when[by] ?? []), value];
			known.set(id, { ...one, when: { [by]: values } });
		}
	}
	return [...known.values()];
};
