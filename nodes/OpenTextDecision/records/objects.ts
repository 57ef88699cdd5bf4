import { compareNames } from '../../shared/compareNames';
import { OBJECT_TYPES as OF_STORE, type ObjectType as OfStore } from '../../BigCommerce/records/objects';
import { B2B_OBJECT_TYPES, type BothHalves } from '../../BigCommerce/edition/records/objects';
import type { ObjectType as TypeOf } from '../../BigCommerce/records/objects/objectType';

/** A kind of object that people decide about, of the store or of its B2B Edition. */
export type ObjectType = TypeOf<BothHalves>;

const ofStore = (type: OfStore): ObjectType => ({
	...type,
	carrier: { ...type.carrier, of: async ({ store }, id) => await type.carrier.of(store, id) },
	read: async ({ store }, id, watched) => await type.read(store, id, watched),
});

/** Everything that people can decide about, in the order of the list. */
export const OBJECT_TYPES: readonly ObjectType[] = [...OF_STORE.map(ofStore), ...B2B_OBJECT_TYPES].sort(
	(one, other) => compareNames(one.label, other.label),
);

/** What the store knows by itself, without its B2B Edition: where one of these is chosen, nothing of the edition is shown. */
export const STORE_TYPES = OF_STORE.map(({ value }) => value);

/** @returns undefined when nobody can be asked about such a thing */
export const objectType = (value: string): ObjectType | undefined =>
	OBJECT_TYPES.find((type) => type.value === value);

/** Whether only B2B Edition knows it. */
export const isOfEdition = ({ value }: Pick<ObjectType, 'value'>): boolean => !STORE_TYPES.includes(value);

export { order } from '../../BigCommerce/records/objects';
