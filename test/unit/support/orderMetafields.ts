import { answering, ok, v3, type ServiceDouble } from './serviceDouble';

/** What a user enters for a metafield. */
export const content = (value: string) => ({ namespace: 'returns', key: 'approval', value });

/** What BigCommerce gets of it. */
export const sent = (value: string) => ({
	namespace: 'returns',
	key: 'approval',
	value,
	permission_set: 'read',
});

/** Orders 1 and 3 take metafields, and have metafield 11 and 13; order 2 is not there. */
export const twoOrders = (): ServiceDouble => {
	const echo = (id: number) => ({
		[`POST /v3/orders/${id}/metafields`]: ({ body }: { body: unknown }) =>
			v3({
				id: 10 + id,
				date_modified: '2026-11-22T10:00:00+00:00',
				...(typeof body === 'object' ? body : {}),
			}),
		[`PUT /v3/orders/${id}/metafields/${10 + id}`]: ({ body }: { body: unknown }) =>
			v3({
				id: 10 + id,
				date_modified: '2026-11-22T10:00:00+00:00',
				...(typeof body === 'object' ? body : {}),
			}),
		[`GET /v3/orders/${id}/metafields/${10 + id}`]: v3({ id: 10 + id, resource_id: id }),
		[`DELETE /v3/orders/${id}/metafields/${10 + id}`]: { status: 204 },
		[`GET /v3/orders/${id}/metafields`]: ok({
			data: [{ id: 10 + id, namespace: 'other', key: 'x' }],
			meta: { pagination: { current_page: 1, total_pages: 1 } },
		}),
	});
	return answering({ ...echo(1), ...echo(3) });
};
