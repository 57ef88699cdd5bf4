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

/** V3 hooks: BigCommerce reference 12.1. No scope of its own is needed, but for what B2B Edition tells of (12.5). */
export function registerHooks(
	app: FastifyInstance,
	book: HookBook,
	state: StateFile<BigCommerceState>,
): void {
	const shown = (hook: Hook) => (state.data.switches.hooksUnderData ? { data: hook, meta: {} } : hook);

	app.post('/hooks', async (request) => shown(book.create(accountOf(request), request.body)));

	app.get('/hooks', async (request) => {
		const query = queryOf(request);
		const { hookFiltersHonoured } = state.data.switches;
		return pageByNumber(
			book.ofClient(accountOf(request).clientId).filter((hook) => !hookFiltersHonoured || fits(hook, query)),
			query,
		);
	});

	app.get('/hooks/:id', async (request) => shown(book.get(accountOf(request).clientId, idOf(request, 'id'))));

	app.put('/hooks/:id', async (request) =>
		shown(book.update(accountOf(request), idOf(request, 'id'), request.body)),
	);

	app.delete('/hooks/:id', async (request, reply) => {
		const removed = book.delete(accountOf(request).clientId, idOf(request, 'id'));
		const isShown = state.data.switches.removedHook === 'shown';
		await (isShown ? reply.send(shown(removed)) : reply.code(204).send());
	});

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
