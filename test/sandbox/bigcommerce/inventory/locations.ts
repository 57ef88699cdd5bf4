import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { choice, flag, list, readOnly, shape, text } from '../collection/field';
import { filter } from '../collection/operators';
import type { Kind } from '../collection/field';
import type { Values } from '../collection/record';
import { defineCollection } from '../collection/table';
import { ApiError, notFound } from '../errors';
import { iso8601 } from '../format';
import { queryOf } from '../request';

const object = z.record(z.unknown());

const by = (kind: Kind, parameter: string, field: string) => (wanted: string) =>
	filter(kind, 'in', parameter, wanted, ({ id, values }) => (field === 'id' ? id : values[field]));

const HOURS = { open: true, opening: '08:00', closing: '16:00' };

const ADDRESS = {
	address1: '1 Main Street',
	address2: '',
	city: 'Austin',
	state: 'Texas',
	zip: '78701',
	email: 'stock@example.com',
	phone: '',
	geo_coordinates: { latitude: 30.27, longitude: -97.74 },
	country_code: 'US',
};

/** BigCommerce reference 8.3; location 1 is the default one. */
export const locations = defineCollection({
	name: 'locations',
	version: 'v3',
	path: '/inventory/locations',
	scope: 'store_locations',
	unknownInBatch: 422,
	fields: {
		code: text({ min: 1 }),
		label: text(),
		description: text(),
		managed_by_external_source: flag(),
		type_id: choice(['PHYSICAL', 'VIRTUAL']),
		enabled: flag({ initial: true }),
		operating_hours: shape(object, {
			...Object.fromEntries(
				['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day) => [
					day,
					HOURS,
				]),
			),
		}),
		time_zone: text({ initial: 'Etc/UTC' }),
		address: shape(object, ADDRESS),
		storefront_visibility: flag({ initial: true }),
		special_hours: list(object),
		created_at: readOnly('time', { read: ({ createdAt }) => iso8601(createdAt) }),
		updated_at: readOnly('time', { read: ({ modifiedAt }) => iso8601(modifiedAt) }),
		/** how many of each variant are there, by its id */
		stock: shape(z.record(z.number()), {}, { hidden: true }),
	},
	unique: [{ by: ['code'], clash: () => new ApiError(422, 'The code of the location is a duplicate', {}) }],
	filters: {
		'location_id:in': by('number', 'location_id:in', 'id'),
		'location_code:in': by('text', 'location_code:in', 'code'),
		'type_id:in': by('text', 'type_id:in', 'type_id'),
		is_default: (text) => (record) => (record.id === 1) === (text === 'true'),
		is_active: (text) => (record) => record.values.enabled === (text === 'true'),
		managed_by_external_source: ['equals'],
		storefront_visibility: ['equals'],
	},
	paging: 'number',
	calls: { list: true },
});

const done = () => ({ transaction_id: randomUUID() });

const idsIn = (text: string) => new Set(text.split(',').map(Number));

/** The calls beside the list, which answer the number of a transaction (reference 8.3). */
export function registerLocations(app: FastifyInstance, book: CollectionBook): void {
	const written = (request: FastifyRequest): Values[] => {
		accountOf(request, 'store_locations');
		const rows = z.array(object).safeParse(request.body);
		if (rows.success) return rows.data;
		throw new ApiError(422, 'The body must be an array of locations.', {});
	};

	app.post(locations.path, async (request) => {
		book.createMany(locations, written(request));
		return done();
	});
	app.put(locations.path, async (request) => {
		book.updateMany(locations, written(request));
		return done();
	});
	app.delete(locations.path, async (request) => {
		accountOf(request, 'store_locations');
		const ids = idsIn(queryOf(request)['location_id:in'] ?? '');
		const found = book.records('locations').filter(({ id }) => ids.has(id));
		if (found.length === 0) throw notFound();
		if (ids.has(1)) throw new ApiError(422, 'The default location cannot be deleted.', {});
		book.remove(locations, found);
		return done();
	});
}
