import type { FastifyInstance } from 'fastify';

import { ApiError } from './errors';

/** "Limit of n concurrent requests" in the vendor's descriptions, by call; `:id` is a number, `:code` one part of a path. */
const CAPS: Readonly<Record<string, number>> = {
	'GET /v2/customer_groups': 40,
	'POST /v2/customer_groups': 40,
	'DELETE /v2/customer_groups/:id': 40,
	'PUT /v3/customers': 3,
	'POST /v3/customers/addresses': 10,
	'PUT /v3/customers/addresses': 3,
	'POST /v3/customers/attributes': 3,
	'PUT /v3/customers/attributes': 3,
	'PUT /v3/customers/attribute-values': 3,
	'PUT /v3/customers/form-field-values': 10,
	'GET /v3/catalog/categories': 40,
	'GET /v3/catalog/categories/:id': 40,
	'PUT /v3/catalog/categories/:id': 40,
	'DELETE /v3/catalog/categories/:id': 40,
	'GET /v3/catalog/trees/:id/categories': 1,
	'POST /v3/inventory/locations': 50,
	'GET /v3/inventory/locations': 50,
	'PUT /v3/inventory/locations': 50,
	'DELETE /v3/pricelists/:id': 1,
	'POST /v3/pricelists/records': 10,
	'PUT /v3/pricelists/records': 1,
	'GET /v3/pricelists/:id/records': 10,
	'POST /v3/pricelists/:id/records': 10,
	'PUT /v3/pricelists/:id/records': 2,
	'GET /v3/pricelists/:id/records/:id': 40,
	'GET /v3/pricelists/:id/records/:id/:code': 50,
	'PUT /v3/pricelists/:id/records/:id/:code': 40,
	'DELETE /v3/pricelists/:id/records/:id/:code': 25,
	'POST /v3/pricelists/assignments': 25,
	'PUT /v3/pricelists/:id/assignments': 25,
	'GET /v3/promotions': 40,
	'POST /v3/promotions': 40,
	'DELETE /v3/promotions': 40,
	'GET /v3/promotions/:id': 40,
	'PUT /v3/promotions/:id': 40,
	'DELETE /v3/promotions/:id': 40,
	'GET /v3/promotions/codes': 40,
	'DELETE /v3/promotions/codes': 40,
	'GET /v3/promotions/:id/codes': 10,
	'POST /v3/promotions/:id/codes': 40,
	'DELETE /v3/promotions/:id/codes': 40,
	'DELETE /v3/promotions/:id/codes/:id': 40,
	'POST /v3/promotions/:id/codegen': 10,
};

const ROWS = Object.entries(CAPS).map(([call, atOnce]) => ({
	call,
	atOnce,
	matches: new RegExp(`^${call.replaceAll(':id', '\\d+').replaceAll(':code', '[^/]+')}$`),
}));

/** Refuses what runs beside too many of its kind in one store; nothing of it is executed, and no quota is told (BigCommerce reference 2.7). */
export function enforceCaps(app: FastifyInstance): void {
	const underWay = new Map<string, number>();
	app.addHook('onRequest', async (request, reply) => {
		const address = /\/stores\/([^/]+)(\/[^?]*)/.exec(request.url);
		const row = address && ROWS.find(({ matches }) => matches.test(`${request.method} ${address[2]}`));
		if (!row) return;
		const key = `${address[1]} ${row.call}`;
		const others = underWay.get(key) ?? 0;
		if (others >= row.atOnce) {
			throw new ApiError(429, `No more than ${row.atOnce} requests of this kind may run at a time.`);
		}
		underWay.set(key, others + 1);
		reply.raw.once('close', () => {
			underWay.set(key, (underWay.get(key) ?? 1) - 1);
		});
	});
}
