import { fieldsIn } from '../../../../shared/record/given';
import type { ObjectType } from '../../../records/objects';
import { EDITION_KINDS } from '../../../records/objects/edition';
import { watchedFields } from '../../../records/objects/plain';
import type { Carrier } from '../../../transport/carriers';
import type { Properties } from '../../../../shared/shape';
import type { B2bRecord } from '../b2bRecord';
import { company } from '../company';
import { quote } from '../quote';
import { closedAs } from '../quoteCheckout';
import { onAdministrator, onBuyer, type BothHalves } from './carrier';
import { readRecord } from './readRecord';

export type { BothHalves };

/** When B2B Edition changed a record last says nothing of what it holds, and the checkout of a quote is what a hold sets. */
const UNWATCHED: ReadonlySet<string> = new Set(['allowCheckout', 'createdAt', 'updatedAt']);

const typeOf = <Known extends Properties>(
	value: 'company' | 'quote',
	record: B2bRecord<Known>,
	carrier: Carrier<BothHalves>,
	more: Partial<ObjectType<BothHalves>> = {},
): ObjectType<BothHalves> => ({
	value,
	label: record.locator.label,
	one: record.one,
	scope: 'B2B Edition',
	id: EDITION_KINDS[value].id,
	carrier,
	read: async ({ b2b }, id) => await readRecord(b2b, record, id),
	watchable: new Set(Object.keys(record.properties).filter((name) => !UNWATCHED.has(name))),
	watched: watchedFields,
	isArchived: () => false,
	page: () => '/manage',
	named: (object) => record.locator.named(fieldsIn(record.properties, object)),
	...more,
});

/** What B2B Edition adds to everything that people can decide about. */
export const B2B_OBJECT_TYPES: ReadonlyArray<ObjectType<BothHalves>> = [
	typeOf('company', company, onAdministrator),
	typeOf('quote', quote, onBuyer, {
		waits: 'checkout',
		isArchived: (object) => closedAs(object) === 'archived',
	}),
];

/** @returns undefined when B2B Edition knows no such thing */
export const b2bObjectType = (value: string): ObjectType<BothHalves> | undefined =>
	B2B_OBJECT_TYPES.find((type) => type.value === value);
