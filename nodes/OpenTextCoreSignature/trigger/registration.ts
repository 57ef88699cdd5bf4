import type { IDataObject } from 'n8n-workflow';
import { createOnce } from '../../shared/createOnce';
import { isDoubtful, type Outcome } from '../../shared/send';
import { removed, webhook, webhooks } from '../transport/dialect';
import { explain } from '../transport/signatureErrors';
import type { ApiRequest, SignatureClient } from '../transport/SignatureClient';

/** What this trigger wants registered. */
export interface Wanted {
	eventTypes: readonly string[];
	/** n8n's webhook address, without the secret. */
	address: string;
	/** The same with the secret. */
	callbackUrl: string;
}

interface Webhook {
	id: string;
	eventType: string;
	/** It carries our secret. */
	sound: boolean;
}

const WEBHOOKS = '/webhooks/';

/** How long a registration in doubt is looked for, in ms: publishing waits for it. */
const LOOK_FOR_MS = 30_000;

/** Shown in the service's own list. */
const NAME = 'n8n';

const subjectOf = (eventType: string) => `the webhook for ${eventType}`;

/**
 * The registrations of one trigger, one for each event type (reference 4.7; 8, point 15): found by their address, never by a stored id, so that they are adopted and
 * repaired wherever they come from.
 */
export class Registration {
	constructor(
		private readonly client: SignatureClient,
		private readonly wanted: Wanted,
	) {}

	/** Whether every event type has exactly one registration with our secret, and no other has one. */
	async stands(): Promise<boolean> {
		const { eventTypes } = this.wanted;
		const ours = await this.ours();
		return (
			ours.length === eventTypes.length &&
			eventTypes.every((eventType) =>
				ours.some((webhook) => webhook.eventType === eventType && webhook.sound),
			)
		);
	}

	/**
	 * Registers what is missing, repairs what carries another secret, removes what is no longer wanted or there twice.
	 *
	 * @throws NodeApiError when the service refuses
	 */
	async establish(): Promise<void> {
		const ours = await this.ours();
		const kept = this.wanted.eventTypes.map((eventType) => {
			const candidates = ours.filter((webhook) => webhook.eventType === eventType);
			return { eventType, webhook: candidates.find(({ sound }) => sound) ?? candidates.at(0) };
		});
		for (const webhook of ours) {
			if (!kept.some((entry) => entry.webhook === webhook)) await this.remove(webhook);
		}
		for (const { eventType, webhook } of kept) {
			if (!webhook) await this.add(eventType);
			else if (!webhook.sound) await this.repair(webhook);
		}
	}

	/** Removes every registration of this address, one by one; what is gone already is no matter. */
	async withdraw(): Promise<void> {
		for (const webhook of await this.ours()) await this.remove(webhook);
	}

	/** No filter is known for this list (reference 4.7), so all of its pages are read. Secrets aside, the address must be exactly ours: a test listens at another. */
	private async ours(): Promise<Webhook[]> {
		const { address, callbackUrl } = this.wanted;
		const all = await this.client.list({
			path: WEBHOOKS,
			subject: 'the list of webhooks',
			rows: webhooks,
		});
		const withoutQuery = ({ callback_url: url }: IDataObject) => String(url).split('?')[0];
		const found = all.filter((webhook) => withoutQuery(webhook) === address);
		// A registration made while the pages were read can stand on two of them.
		return [...new Map(found.map((webhook) => [String(webhook.uuid), webhook])).values()].map((webhook) => ({
			id: String(webhook.uuid),
			eventType: String(webhook.event_type),
			sound: webhook.callback_url === callbackUrl,
		}));
	}

	/** A registration in doubt is looked for and never sent again, or every event would be told twice. */
	private async add(eventType: string): Promise<void> {
		const request = this.write('POST', WEBHOOKS, eventType);
		const result = await createOnce(this.client.functions, {
			send: async () => await this.client.tryRequest(request),
			made: () => true,
			lookUp: async () =>
				(await this.ours()).some((webhook) => webhook.eventType === eventType && webhook.sound) || undefined,
			patienceMs: LOOK_FOR_MS,
		});
		if ('refused' in result) throw notRegistered(this.client, result.refused, request);
	}

	/** Gives it our secret. Where it is gone or cannot be changed, another takes its place: the verbs are inferred (reference 4.7). */
	private async repair(webhook: Webhook): Promise<void> {
		const request = this.write('PUT', `${WEBHOOKS}${encodeURIComponent(webhook.id)}/`, webhook.eventType);
		const { last } = await this.client.tryRequest(request);
		if ('headers' in last && last.status < 300) return;
		if (![404, 405].includes(last.status)) throw this.client.refusal(last, request);
		await this.remove(webhook);
		await this.add(webhook.eventType);
	}

	private async remove({ id, eventType }: Webhook): Promise<void> {
		const request: ApiRequest = {
			method: 'DELETE',
			path: `${WEBHOOKS}${encodeURIComponent(id)}/`,
			subject: subjectOf(eventType),
			gives: removed,
			done: `${subjectOf(eventType)} was removed`,
		};
		const { last } = await this.client.tryRequest(request);
		if (('headers' in last && last.status < 300) || last.status === 404) return;
		throw this.client.refusal(last, request);
	}

	private write(method: 'POST' | 'PUT', path: string, eventType: string): ApiRequest {
		const body = { name: NAME, event_type: eventType, callback_url: this.wanted.callbackUrl };
		const subject = subjectOf(eventType);
		return { method, path, body, subject, gives: webhook(eventType), done: `${subject} was registered` };
	}
}

/** n8n shows the message alone when a workflow is published, so that what is not known must stand in it. */
function notRegistered(client: SignatureClient, last: Outcome['last'], request: ApiRequest): Error {
	if (!isDoubtful(last)) return client.refusal(last, request);
	return client.failure(last, {
		what: `${explain(last, request.subject, request.method).what}. It is not known whether it was registered`,
		next: 'Publish the workflow again in a while: it looks for the webhook first, and registers it only when there is none.',
	});
}
