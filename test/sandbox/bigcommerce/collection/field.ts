import { z } from 'zod';

import { iso8601 } from '../format';
import type { StoredRecord, Surroundings } from './record';

/** How filters and sorting compare the values of a field. */
export type Kind = 'text' | 'number' | 'flag' | 'time' | 'other';

/** When a caller may write a field; `ignored`: the description lists it in bodies, and it has no effect. */
export type Write = 'always' | 'create' | 'never' | 'ignored';

/** One property of a resource. */
export interface Field {
	kind: Kind;
	write: Write;
	/** form of a written value */
	form: z.ZodTypeAny;
	/** a body that creates needs it */
	required: boolean;
	/** unless the body has this one */
	instead?: string;
	/** value of a record that was created without it */
	initial: unknown;
	/** written only: no answer has it */
	hidden: boolean;
	/** sub-resource: shown where `include` names this */
	include?: string;
	/** collection whose records a body lists here, and which are kept there */
	children?: string;
	/** words of such a record here that the collection has under another name */
	renamed?: Readonly<Record<string, string>>;
	/** collection of whose records the value is an id; it must be there, and the record goes with it */
	refers?: string;
	/** what is shown instead of the value that is kept */
	read?: (record: StoredRecord, around: Surroundings) => unknown;
}

export type Options = Partial<Omit<Field, 'kind' | 'form'>>;

const field = (kind: Kind, form: z.ZodTypeAny, initial: unknown, options: Options): Field => ({
	kind,
	form,
	initial,
	write: 'always',
	required: false,
	hidden: false,
	...options,
});

interface Bounds {
	min?: number;
	max?: number;
}

const INTEGER = 2_147_483_647;

/** Bounds are lengths in characters. */
export const text = ({ min = 0, max = Infinity, ...options }: Options & Bounds = {}): Field =>
	field(
		'text',
		z
			.string()
			.min(min)
			.max(max === Infinity ? Number.MAX_SAFE_INTEGER : max),
		'',
		options,
	);

export const integer = ({ min = -INTEGER - 1, max = INTEGER, ...options }: Options & Bounds = {}): Field =>
	field('number', z.number().int().min(min).max(max), 0, options);

export const number = ({
	min = -Number.MAX_VALUE,
	max = Number.MAX_VALUE,
	...options
}: Options & Bounds = {}): Field => field('number', z.number().min(min).max(max), 0, options);

export const flag = (options: Options = {}): Field => field('flag', z.boolean(), false, options);

/** One of a few words; the first one is the initial value. */
export const choice = (words: readonly [string, ...string[]], options: Options = {}): Field =>
	field('text', z.enum([...words]), words[0], options);

/** A date as text; null where it is not set. */
export const time = (options: Options = {}): Field =>
	field('time', z.string().datetime({ offset: true }).nullable(), null, options);

/** A list whose items have one form. @param most items it may have */
export const list = (item: z.ZodTypeAny, { max = Infinity, ...options }: Options & Bounds = {}): Field =>
	field('other', max === Infinity ? z.array(item) : z.array(item).max(max), [], options);

/** A value of any other form. */
export const shape = (form: z.ZodTypeAny, initial: unknown, options: Options = {}): Field =>
	field('other', form, initial, options);

/** A property that nobody writes; without `read` the value that a seed or an effect gave it. */
export const readOnly = (kind: Kind, options: Options = {}): Field =>
	field(kind, z.never(), kind === 'number' ? 0 : '', { write: 'never', ...options });

/** When the record was made, as V3 shows it. */
export const created = (): Field => readOnly('time', { read: ({ createdAt }) => iso8601(createdAt) });

/** When the record was changed last, as V3 shows it. */
export const modified = (options: Options = {}): Field =>
	readOnly('time', { read: ({ modifiedAt }) => iso8601(modifiedAt), ...options });

/**
 * Records of another collection that belong to this one: a body may list new ones, and those with an id are changed
 * (BigCommerce reference 7.1). They are shown where `include` names them.
 */
export const children = (collection: string, include: string, options: Options & Bounds = {}): Field =>
	list(z.record(z.unknown()), {
		...options,
		children: collection,
		include,
		read: ({ id }, around) => around.shown(collection, id),
	});
