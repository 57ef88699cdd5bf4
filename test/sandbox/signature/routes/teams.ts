import type { FastifyInstance } from 'fastify';

import { paged } from '../lists';
import type { Service } from '../service';
import { TEAM } from '../site';

import { found, param } from './read';

/** The one team, read only (Core Signature reference 4.8), and templates, of which the site has none (4.5). */
export function registerTeams(app: FastifyInstance, service: Service): void {
	const { present } = service;
	const show = () => ({
		...present.team(),
		logo: null,
		phone: '',
		primary_color: '',
		events_callback_url: null,
		members: [],
		delete_after: null,
		sandbox: false,
	});

	app.get('/teams/', async (request) => paged(service, request, '/teams/', [TEAM], show));
	app.get('/teams/:subdomain/', async (request) =>
		found(param(request, 'subdomain') === TEAM.subdomain ? show() : undefined),
	);

	app.get('/templates/', async (request) => paged(service, request, '/templates/', [], show));
	app.get('/templates/:uuid/', async () => found(undefined));
}
