import type { FastifyInstance } from 'fastify';

import { unknownPath } from '../errors';
import { ERROR_EVENTS } from '../fields';
import { type Filters, matching, paged, queryOf } from '../lists';
import { iso } from '../present';
import type { Service } from '../service';
import type { EventRecord } from '../types';

import { found, param } from './read';

/** Core Signature reference 4.6. */
const filtersFor = ({ documents, present }: Service): Filters<EventRecord> => {
	const of = ({ documentUuid }: EventRecord) => documents.find(documentUuid);
	const user = (event: EventRecord) => present.user(of(event)?.user ?? null);
	return {
		document__uuid: ({ documentUuid }) => documentUuid,
		document__external_id: (event) => of(event)?.fields.external_id,
		document__signrequest__who: (event) => of(event)?.request?.fields.who,
		document__signrequest__from_email: (event) => of(event)?.request?.fromEmail,
		document__status: (event) => of(event)?.status,
		document__user__email: (event) => of(event)?.user,
		document__user__first_name: (event) => user(event)?.first_name,
		document__user__last_name: (event) => user(event)?.last_name,
		event_type: ({ eventType }) => eventType,
		status: ({ eventType }) => (ERROR_EVENTS.has(eventType) ? 'error' : 'ok'),
		delivered: ({ delivered }) => delivered,
		delivered_on: ({ deliveredOn }) => iso(deliveredOn),
		timestamp: ({ at }) => iso(at),
	};
};

/** The event log: reference 4.6. Events of deleted documents are gone with them. */
export function registerEvents(app: FastifyInstance, service: Service): void {
	const { documents, present, state } = service;
	const filters = filtersFor(service);
	const kept = () =>
		state.data.events.filter(({ documentUuid }) => documents.find(documentUuid) !== undefined);

	app.get('/events/', async (request) => {
		const all = state.data.switches.eventsOldestFirst ? kept() : kept().reverse();
		const fitting = matching(service, all, queryOf(request), filters);
		return paged(service, request, '/events/', fitting, (event) => present.event(event));
	});

	app.get('/events/:uuid/', async (request) => {
		if (!state.data.switches.eventReadById) throw unknownPath();
		const wanted = param(request, 'uuid');
		return present.event(found(kept().find(({ uuid }) => uuid === wanted)));
	});
}
