import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { STORE_ID } from '../../core/fixtures';
import { accountOf } from '../access';
import { ApiError, asApiError } from '../errors';
import { bodyOf, idOf, paramOf, queryOf } from '../request';
import type { StoredMetafield } from '../state';
import { afterPut } from '../putAnswer';
import type { ReadSwitches, Switches } from '../switches';
import { pageByCursor } from '../v3Paging';
import type { MetafieldBook } from './book';
import { showMetafield } from './book';
import { filterMetafields, pickFields } from './filters';
import { METAFIELD_OWNERS } from './owners';
import type { MetafieldOwner } from './owners';

const reference = z.union([z.number().int(), z.string().min(1)]);
const batchCreate = z.array(z.object({ resource_id: reference }).passthrough());
const batchCreateOfOne = z.array(z.object({}).passthrough());
const batchUpdate = z.array(z.object({ id: z.number().int() }).passthrough());
const batchDelete = z.array(z.number().int());

/**
 * Does one thing to every item and answers as the batch calls do: 200 when all succeeded, otherwise 422 with what
 * succeeded in `data` (BigCommerce reference 5.3).
 */
async function batch<I, O>(
	reply: FastifyReply,
	items: I[],
	act: (item: I) => O,
	nameOf: (item: I) => string,
) {
	const data: O[] = [];
	const errors: Array<ReturnType<ApiError['toV3']>> = [];
	for (const item of items) {
		try {
			data.push(act(item));
		} catch (error) {
			const refusal = asApiError(error);
			const details = refusal.errors ?? { [nameOf(item)]: refusal.message };
			errors.push(new ApiError(refusal.status, refusal.message, details).toV3());
		}
	}
	await reply.code(errors.length === 0 ? 200 : 422).send({
		data,
		errors,
		meta: { total: items.length, success: data.length, failed: errors.length },
	});
}

/** As answers show it. */
const shownBy =
	({ metafieldIdsAsText }: Switches) =>
	(metafield: StoredMetafield) => {
		const { id, ...shown } = showMetafield(metafield);
		return { id: metafieldIdsAsText ? String(id) : id, ...shown };
	};

function registerOwner(
	app: FastifyInstance,
	owner: MetafieldOwner,
	book: MetafieldBook,
	switches: ReadSwitches,
): void {
	const show = (metafield: StoredMetafield) => shownBy(switches())(metafield);
	const sendList = (metafields: StoredMetafield[], request: FastifyRequest) => {
		const query = queryOf(request);
		const found = switches().metafieldFiltersHonoured ? filterMetafields(metafields, query) : metafields;
		const { data, meta } = pageByCursor(found, query);
		return { data: data.map((metafield) => pickFields(show(metafield), query)), meta };
	};

	const clientOf = (request: FastifyRequest) => accountOf(request, owner.scope).clientId;
	const resourceOf = (request: FastifyRequest) => {
		if (owner.only === true) return STORE_ID;
		const id = owner.uuid === true ? paramOf(request, 'resourceId') : String(idOf(request, 'resourceId'));
		if (owner.single !== undefined) book.checkResource(owner, id, idOf(request, 'productId'));
		return id;
	};
	const all = `${owner.path}/metafields`;
	const list = owner.only === true ? all : `${owner.single ?? owner.path}/:resourceId/metafields`;
	const one = `${list}/:metafieldId`;

	if (list !== all) {
		app.get(list, async (request) =>
			sendList(book.list(clientOf(request), owner, resourceOf(request)), request),
		);

		app.post(list, async (request) => ({
			data: show(book.create(clientOf(request), owner, resourceOf(request), request.body)),
			meta: {},
		}));
	}

	app.get(one, async (request) => ({
		data: show(book.get(clientOf(request), owner, idOf(request, 'metafieldId'), resourceOf(request))),
		meta: {},
	}));

	app.put(one, async (request) => ({
		data: afterPut(
			switches(),
			show(
				book.update(
					clientOf(request),
					owner,
					idOf(request, 'metafieldId'),
					request.body,
					resourceOf(request),
				),
			),
			request.body,
		),
		meta: {},
	}));

	app.delete(one, async (request, reply) => {
		book.delete(clientOf(request), owner, idOf(request, 'metafieldId'), resourceOf(request));
		await reply.code(204).send();
	});

	app.get(all, async (request) => sendList(book.list(clientOf(request), owner), request));

	app.post(all, async (request, reply) => {
		const client = clientOf(request);
		if (owner.only === true) {
			const items = bodyOf(batchCreateOfOne, request.body);
			const create = (item: object) => show(book.create(client, owner, STORE_ID, item));
			await batch(reply, items, create, (item) => String(items.indexOf(item)));
			return;
		}
		await batch(
			reply,
			bodyOf(batchCreate, request.body),
			(item) => show(book.create(client, owner, String(item.resource_id), item)),
			({ resource_id: id }) => String(id),
		);
	});

	app.put(all, async (request, reply) => {
		const client = clientOf(request);
		await batch(
			reply,
			bodyOf(batchUpdate, request.body),
			(item) => show(book.update(client, owner, item.id, item)),
			({ id }) => String(id),
		);
	});

	app.delete(all, async (request, reply) => {
		const client = clientOf(request);
		await batch(
			reply,
			bodyOf(batchDelete, request.body),
			(id) => {
				book.delete(client, owner, id);
				return id;
			},
			String,
		);
	});
}

/** The metafield calls of every resource of BigCommerce reference 5.1 that the sandbox has. */
export function registerMetafields(app: FastifyInstance, book: MetafieldBook, switches: ReadSwitches): void {
	for (const owner of METAFIELD_OWNERS) registerOwner(app, owner, book, switches);
}
