import type { FastifyInstance, InjectOptions } from 'fastify';
import isEqual from 'lodash/isEqual';
import pick from 'lodash/pick';
import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';
import { OPENTEXT_CLIENT_ID, OPENTEXT_CLIENT_SECRET, SERVICE_PREFIXES, TENANT_ID } from '../../sandbox/core';
import { openInProcess } from '../../sandbox/server';
import { createSignatureStandIn } from '../../sandbox/signature';
import type { Service } from '../../sandbox/signature/service';
import type { Switches } from '../../sandbox/signature/switches';
import type { DocumentRecord } from '../../sandbox/signature/types';
import { ServiceDouble, type Answer, type SentRequest } from './serviceDouble';

export interface TriggerWebhook {
	uuid: string;
	name: string | null;
	event_type: string;
	callback_url: string;
}

/** An event as a test shows it: what is changed in it, the log shows so. */
export interface ShownEvent extends IDataObject {
	uuid: string;
	event_type: string;
	status: string;
	timestamp: string;
}

/** What becomes of a request instead of a plain answer. */
export type Fate = 'answer lost' | Answer;

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null;

const PREFIX = '/api/v1';

/** Core Signature's webhooks, event log and documents as the sandbox keeps them, asked in process; opening it takes long, so once for a file, before the clock stands still. */
export class SandboxSignature {
	readonly service: ServiceDouble;

	/** Decides about a request before it is carried out, or loses its answer. */
	fate: (request: SentRequest) => Fate | undefined = () => undefined;

	private readonly shown = new Map<string, { event: ShownEvent; made: ShownEvent }>();

	private constructor(
		private readonly app: FastifyInstance,
		readonly parts: Service,
		private readonly token: string,
		/** Closes it and removes its files. */
		readonly close: () => Promise<void>,
	) {
		this.service = new ServiceDouble(async (request) => {
			const fate = this.fate(request);
			if (fate !== undefined && fate !== 'answer lost') return fate;
			const answer = await this.ask(request);
			return fate === undefined ? answer : { broken: 'ECONNRESET' };
		});
	}

	static async open(): Promise<SandboxSignature> {
		const { app, parts, close } = await openInProcess(async (context) => ({
			signature: await createSignatureStandIn(context),
		}));
		const { service } = parts.signature;
		// Tests move the clock by days.
		service.state.data.switches.tokenLifetimeSeconds = 10 ** 9;
		const { access_token: token } = service.tokens.issue('gateway', TENANT_ID, {
			grant_type: 'client_credentials',
			client_id: OPENTEXT_CLIENT_ID,
			client_secret: OPENTEXT_CLIENT_SECRET,
		});
		return new SandboxSignature(app, service, token, close);
	}

	/** As when it was opened, with these switches thrown: no webhook, event or document, no request, no fate. */
	reset(thrown: Partial<Switches> = {}): void {
		this.parts.state.reset();
		Object.assign(this.parts.state.data.switches, thrown);
		this.shown.clear();
		this.service.requests.length = 0;
		this.fate = () => undefined;
	}

	get switches(): Switches {
		return this.parts.state.data.switches;
	}

	/** Records of the log, oldest first. */
	get events() {
		return this.parts.state.data.events;
	}

	get all(): TriggerWebhook[] {
		return Object.values(this.parts.state.data.webhooks).map((webhook) =>
			pick(this.parts.present.webhook(webhook), ['uuid', 'name', 'event_type', 'callback_url']),
		);
	}

	/** `PUT /webhooks/w-1/` and the like, without what only reads. */
	get writes(): string[] {
		return this.lines.filter((line) => !line.startsWith('GET '));
	}

	get lines(): string[] {
		return this.service.lines.map((line) => line.replace(/ .*\/api\/v1/, ' '));
	}

	/** Puts a webhook there before the test begins, and gives its id. */
	put({ name, event_type: eventType, callback_url: callbackUrl }: Omit<TriggerWebhook, 'uuid'>): string {
		const { webhooks } = this.parts.state.data;
		const uuid = `w-${Object.keys(webhooks).length + 1}`;
		webhooks[uuid] = { uuid, createdAt: Date.now(), name, eventType, callbackUrl, integration: null };
		return uuid;
	}

	/** The record of a document, to be changed. */
	document(uuid = 'd-1'): DocumentRecord {
		return this.parts.state.data.documents[uuid] ?? this.addDocument(uuid);
	}

	/** A document as the service shows it now. */
	shownDocument(uuid = 'd-1'): IDataObject {
		return this.parts.present.document(this.document(uuid));
	}

	/**
	 * Something happens to a document, which is made when it is not there yet.
	 *
	 * @param at in ms since 1970
	 * @param more what the log shows otherwise than it should
	 */
	happen(eventType: string, at: number, more: Partial<ShownEvent> = {}, documentUuid = 'd-1'): ShownEvent {
		this.document(documentUuid);
		const record = {
			uuid: `e-${this.shown.size + 1}`,
			eventType,
			at,
			documentUuid,
			signer: null,
			delivered: false,
			deliveredOn: null,
			callbackStatusCode: null,
		};
		const later = this.events.findIndex((event) => event.at > at);
		this.events.splice(later < 0 ? this.events.length : later, 0, record);
		const made: ShownEvent = structuredClone({ ...this.parts.present.event(record), timestamp: iso(at) });
		const event = Object.assign(structuredClone(made), more);
		this.shown.set(record.uuid, { event, made });
		return event;
	}

	private addDocument(uuid: string): DocumentRecord {
		const now = Date.now();
		const signed = { id: 'signed', name: 'order-7.pdf', type: 'application/pdf', bytes: 1, sha256: 'aa' };
		const document: DocumentRecord = {
			uuid,
			createdAt: now,
			modifiedAt: now,
			status: 'si',
			fields: {
				name: 'order-7.pdf',
				external_id: 'abc123:order:7:sign-off:1',
				frontend_id: null,
				events_callback_url: null,
				prefill_tags: [],
				integrations: [],
				auto_delete_days: null,
				auto_expire_days: null,
				link_expire_days: null,
			},
			origin: { url: null, contentName: 'order-7.pdf' },
			user: null,
			source: null,
			converted: null,
			text: null,
			convertAt: null,
			finishAt: null,
			finishedAt: now,
			signed,
			log: null,
			padTo: 0,
			deleted: false,
			attachments: [],
			request: null,
		};
		this.parts.state.data.documents[uuid] = document;
		return document;
	}

	/** What the sandbox answers. */
	async ask({ options, path, query, body }: Omit<SentRequest, 'credential'>): Promise<Answer> {
		const request: InjectOptions = {
			method: options.method,
			url: `${SERVICE_PREFIXES.signature}${path.replace(/^.*(?=\/api\/v1)/, '')}`,
			query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
			headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
			...(typeof body === 'string' && { payload: body }),
		};
		const { statusCode, headers, payload } = await this.app.inject(request);
		const isJson = String(headers['content-type']).includes('json');
		const answer: unknown = isJson ? JSON.parse(payload) : payload;
		return { status: statusCode, body: path.startsWith(`${PREFIX}/events/`) ? this.asShown(answer) : answer };
	}

	/** The log with what tests changed in it. */
	private asShown(answer: unknown): unknown {
		if (!isRecord(answer)) return answer;
		const { results } = answer;
		if (Array.isArray(results))
			return { ...answer, results: results.map((row: unknown) => this.asShown(row)) };
		const told = this.shown.get(String(answer.uuid));
		if (!told) return answer;
		const { event, made } = told;
		return { ...answer, ...pickBy(event, (value, name) => !isEqual(value, made[name])) };
	}
}

/** With digits behind the milliseconds, as the service writes them. */
const iso = (at: number) => new Date(at).toISOString().replace('Z', '000Z');
