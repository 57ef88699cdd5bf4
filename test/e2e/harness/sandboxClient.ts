import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import type { z } from 'zod';
import type { forgedDelivery } from '../../sandbox/bigcommerce/hooks/forge';
import type { Scenario } from '../../sandbox/bigcommerce/orders/scenarios';
import type { Delivery, Hook } from '../../sandbox/bigcommerce/state';
import type { Switches as StoreSwitches } from '../../sandbox/bigcommerce/switches';
import type { Exchange } from '../../sandbox/core/exchanges';
import type { Fault, FaultService } from '../../sandbox/core/faults';
import type { forgedDelivery as forgedCallback } from '../../sandbox/signature/forge';
import type { Switches } from '../../sandbox/signature/switches';
import type { Switches as WorkflowSwitches } from '../../sandbox/workflow/switches';
import { OWN_CONNECTION } from './connection';
import { PATIENCE_MS } from './waiting';

/** An order as BigCommerce's V2 API gives it, as far as tests look at it, with its links. */
export interface SandboxOrder {
	id: number;
	status_id: number;
	staff_notes: string | null;
	[field: string]: unknown;
}

/** Copies of one event, sent at once to every matching hook. */
export type DeliverRequest = z.input<typeof forgedDelivery>;

export interface SandboxTask {
	id: string;
	name: string;
	taskDefinitionKey: string;
	processInstanceId: string;
	businessKey: string | null;
	assignee: string | null;
	possibleOutcomes: Array<{ label: string; value: string }>;
	[field: string]: unknown;
}

export interface SandboxCase {
	id: string;
	name: string | null;
	businessKey: string | null;
	processDefinitionKey: string;
	state: 'running' | 'suspended' | 'ended';
	/** of the last completed task */
	outcome: string | null;
	variables: Record<string, unknown>;
	/** open ones */
	tasks: SandboxTask[];
	[field: string]: unknown;
}

/** A document as the sandbox's own pages show it. */
export interface SandboxDocument {
	uuid: string;
	name: string | null;
	externalId: string | null;
	/** code of reference 5.10 */
	status: string;
	requestUuid: string | null;
	signers: Array<{
		email: string;
		role: string;
		signed: boolean;
		declined: boolean;
		myTurn: boolean;
		/** of the page where this person signs */
		link: string;
	}>;
	events: Array<{ uuid: string; event_type: string; timestamp: string }>;
}

/** A callback on its way from the sandbox. */
export interface SandboxCallback {
	eventUuid: string;
	eventType: string;
	documentUuid: string;
	attempts: number;
	state: string;
	[field: string]: unknown;
}

/** The sandbox's control interface: what shoppers, merchants, reviewers and bad luck do. Every method throws axios' error on refusal. */
export class SandboxClient {
	private readonly http: AxiosInstance;

	/** @param url of the sandbox, without a slash at the end */
	constructor(readonly url: string) {
		this.http = axios.create({ baseURL: `${url}/_sandbox`, timeout: PATIENCE_MS, ...OWN_CONNECTION });
	}

	readonly faults = {
		add: async (fault: Omit<Fault, 'id'>): Promise<Fault> =>
			await this.call('POST', '/faults', { data: fault }),
		list: async (): Promise<Fault[]> => await this.call('GET', '/faults'),
		clear: async (): Promise<void> => await this.call('DELETE', '/faults'),
	};

	readonly exchanges = {
		/** Requests that the stand-ins got, oldest first; `since` is sandbox time, ms since 1970. */
		list: async (filter: { service?: FaultService; since?: number } = {}): Promise<Exchange[]> =>
			await this.call('GET', '/exchanges', { params: filter }),
		clear: async (): Promise<void> => await this.call('DELETE', '/exchanges'),
	};

	readonly bigCommerce = {
		/** Newest first. */
		orders: async (): Promise<SandboxOrder[]> => await this.call('GET', '/bigcommerce/orders'),
		order: async (id: number): Promise<SandboxOrder | undefined> =>
			(await this.bigCommerce.orders()).find((order) => order.id === id),
		/** Places an order as a shopper would. */
		place: async (scenario: Scenario, overrides: Record<string, unknown> = {}): Promise<SandboxOrder> =>
			await this.call('POST', '/bigcommerce/orders', { data: { scenario, overrides } }),
		/** Edits an order as the merchant would. */
		edit: async (id: number, fields: Record<string, unknown>): Promise<SandboxOrder> =>
			await this.call('POST', `/bigcommerce/orders/${id}`, { data: fields }),
		/** Takes the money of an order that an app made. */
		pay: async (id: number): Promise<SandboxOrder> =>
			await this.call('POST', `/bigcommerce/orders/${id}/pay`, { data: {} }),
		/** Afterwards a GET answers 404. */
		remove: async (id: number): Promise<void> => await this.call('DELETE', `/bigcommerce/orders/${id}`),
		hooks: async (): Promise<Hook[]> => await this.call('GET', '/bigcommerce/hooks'),
		deliveries: async (): Promise<Delivery[]> => await this.call('GET', '/bigcommerce/deliveries'),
		settings: async (settings: Partial<StoreSwitches>): Promise<StoreSwitches> =>
			await this.call('POST', '/bigcommerce/settings', { data: settings }),
		/** `statuses`: what the copies got, 0 where there was no answer. */
		deliver: async (request: DeliverRequest): Promise<{ statuses: number[] }> =>
			await this.call('POST', '/bigcommerce/deliver', { data: request }),
		/** Puts the records into the store that the sample data of the templates names; once is enough. */
		addSamples: async (): Promise<void> => await this.call('POST', '/bigcommerce/samples', { data: {} }),
		/** What was claimed in the store counts as so much older, ms: claims hold by the clock of n8n. */
		ageClaims: async (byMs: number): Promise<{ aged: number }> =>
			await this.call('POST', '/bigcommerce/claims/age', { data: { byMs } }),
		/** Adds many orders without events; `padTo` bytes each. */
		seed: async (count: number, padTo = 0): Promise<unknown> =>
			await this.call('POST', '/bigcommerce/seed', { data: { count, padTo } }),
	};

	readonly workflow = {
		/** Running and ended ones. */
		cases: async (): Promise<SandboxCase[]> => await this.call('GET', '/workflow/cases'),
		/** Open ones. */
		tasks: async (): Promise<SandboxTask[]> => await this.call('GET', '/workflow/tasks'),
		/** Claims and completes a task as a person in OpenText's own pages would. */
		decide: async (
			taskId: string,
			decision: { user: string; outcome: string; reason?: string },
		): Promise<void> => await this.call('POST', `/workflow/tasks/${taskId}/decide`, { data: decision }),
		/** Deploys a process model. */
		deploy: async (modelContent: string): Promise<void> =>
			await this.call('POST', '/workflow/models', { data: { modelContent } }),
		settings: async (settings: Partial<WorkflowSwitches>): Promise<WorkflowSwitches> =>
			await this.call('POST', '/workflow/settings', { data: settings }),
		expireTokens: async (): Promise<void> => await this.call('POST', '/workflow/expire-tokens', { data: {} }),
	};

	readonly signature = {
		/** Newest first. */
		documents: async (): Promise<SandboxDocument[]> => await this.call('GET', '/signature/documents'),
		/** The words of the document that was sent. */
		text: async (uuid: string): Promise<string> =>
			await this.call('GET', `/signature/documents/${uuid}/text`),
		/** Does what a signer would do on the signer page. */
		act: async (
			uuid: string,
			action: {
				email: string;
				action: 'view' | 'sign' | 'approve' | 'decline' | 'forward' | 'bounce';
				reason?: string;
				/** address of who gets the task then */
				forwardTo?: string;
			},
		): Promise<SandboxDocument> =>
			await this.call('POST', `/signature/documents/${uuid}/act`, { data: action }),
		/** Makes the signed PDF at least this large. */
		pad: async (uuid: string, bytes: number): Promise<unknown> =>
			await this.call('POST', `/signature/documents/${uuid}/pad`, { data: { bytes } }),
		webhooks: async (): Promise<unknown[]> => await this.call('GET', '/signature/webhooks'),
		deliveries: async (): Promise<SandboxCallback[]> => await this.call('GET', '/signature/deliveries'),
		settings: async (switches: Partial<Switches>): Promise<Switches> =>
			await this.call('POST', '/signature/settings', { data: switches }),
		/** Sends copies of one callback at once; `statuses`: what they got. */
		deliver: async (request: z.input<typeof forgedCallback>): Promise<{ statuses: number[] }> =>
			await this.call('POST', '/signature/deliver', { data: request }),
		expireTokens: async (): Promise<void> =>
			await this.call('POST', '/signature/expire-tokens', { data: {} }),
	};

	/** Moves the sandbox's clock on; timers that fall into the gap fire. */
	async advanceClock(advanceMs: number): Promise<{ now: number }> {
		return await this.call('POST', '/clock', { data: { advanceMs } });
	}

	/** Forgets all state, settings, faults and exchanges. */
	async reset(): Promise<void> {
		await this.call('POST', '/reset', { data: {} });
	}

	private async call<T>(method: string, url: string, config: AxiosRequestConfig = {}): Promise<T> {
		const { data } = await this.http.request<T>({ ...config, method, url });
		return data;
	}
}
