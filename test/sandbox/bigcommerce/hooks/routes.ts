import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { StateFile } from '../../core/stateFile';
import { accountOf } from '../access';
import { bodyOf, idOf, queryOf } from '../request';
import type { Query } from '../request';
import type { BigCommerceState, Hook } from '../state';
import { pageByNumber } from '../v3Paging';
import type { HookBook } from './book';

const adminBody = z.object({ emails: z.array(z.string().email()) });

const fits = (hook: Hook, query: Query): boolean =>
	(query.is_active === undefined || String(hook.is_active) === query.is_active) &&
	(query.scope === undefined || hook.scope === query.scope) &&
	(query.destination === undefined || hook.destination === query.destination);

const asListed = (hook: Hook, deactivated: ReadonlySet<number>) => ({
	...hook,
	status: hook.is_active ? 'active' : deactivated.has(hook.id) ? 'deactivated' : 'inactive',
});

/** V3 hooks: BigCommerce reference 12.1. No scope of its own is needed. */
export function registerHooks(
	app: FastifyInstance,
	book: HookBook,
	state: StateFile<BigCommerceState>,
): void {
	app.post('/hooks', async (request) => ({
		data: book.create(accountOf(request).clientId, request.body),
		meta: {},
	}));

	app.get('/hooks', async (request) => {
		const query = queryOf(request);
		return pageByNumber(
			book.ofClient(accountOf(request).clientId).filter((hook) => fits(hook, query)),
			query,
		);
	});

	app.get('/hooks/:id', async (request) => ({
		data: book.get(accountOf(request).clientId, idOf(request, 'id')),
		meta: {},
	}));

	app.put('/hooks/:id', async (request) => ({
		data: book.update(accountOf(request).clientId, idOf(request, 'id'), request.body),
		meta: {},
	}));

	app.delete('/hooks/:id', async (request) => ({
		data: book.delete(accountOf(request).clientId, idOf(request, 'id')),
		meta: {},
	}));

	app.get('/hooks/admin', async (request) => {
		const query = queryOf(request);
		const { adminEmails, deliveries } = state.data;
		const exhausted = new Set(
			deliveries.filter((delivery) => delivery.state === 'failed').map(({ hookId }) => hookId),
		);
		const hooks = book.ofClient(accountOf(request).clientId).filter((hook) => fits(hook, query));
		const { data, meta } = pageByNumber(hooks, query);
		return {
			data: {
				emails: adminEmails,
				hooks_list: data.map((hook) => asListed(hook, exhausted)),
				blocked_domains: [],
			},
			meta,
		};
	});

	app.put('/hooks/admin', async (request, reply) => {
		accountOf(request);
		state.data.adminEmails = bodyOf(adminBody, request.body).emails;
		state.save();
		await reply.code(204).send();
	});
}
