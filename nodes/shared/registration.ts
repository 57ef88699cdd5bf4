import type { IDataObject } from 'n8n-workflow';
import { lookFor } from './createOnce';
import type { Registrations } from './hookLifecycle';
import { goodReply, isDoubtful, type Outcome } from './send';
import type { ServiceClient } from './serviceClient';
import type { Sent, Target } from './serviceRequest';

/** One registration at the service. */
export interface Hook {
	id: string;
	/** What it tells of. */
	event: string;
	/** It works as it is. */
	isRight: boolean;
}

/** What one service's registrations are like. */
export interface HookFacts<Aim extends Target> {
	/** Every registration that may be this trigger's. */
	list(): Promise<IDataObject[]>;
	/** Whether it calls the address of this trigger. One that cannot be named cannot be repaired or removed, so it is none of ours. */
	isOurs(row: IDataObject): boolean;
	/** Whether it is switched on and carries our secret. */
	isRight(row: IDataObject): boolean;
	/** The fields that name it, and what it tells of. */
	fields: { id: string; event: string };
	/** A good answer shows the registration that was asked for, and an answer to a removal that it is gone. */
	adding(event: string): Aim & Sent;
	repairing(hook: Hook): Aim & Sent;
	removing(hook: Hook): Aim & Sent;
	/** Refusals of a repair by which another registration takes the place of this one. */
	replacedOn?: readonly number[];
}

/** How long a registration in doubt is looked for, in ms: somebody waits for the workflow to be published. */
const LOOK_FOR_MS = 30_000;

/** n8n shows the message alone when a workflow is published, so that a doubt stands in it; this is for where the rest is shown. */
const NEXT = 'Publish the workflow again: it looks for the webhook first, and makes no second one.';

/**
 * The registrations of one trigger, one for each event: found by their address, never by a stored id, so that they are adopted and repaired wherever they come from. One in doubt
 * is looked for and never sent again, or every event would be told twice.
 */
export class Registration<Aim extends Target> implements Registrations {
	/**
	 * @param client of the service
	 * @param events that are wanted
	 * @param facts of the service
	 */
	constructor(
		private readonly client: Pick<ServiceClient<unknown, Aim>, 'functions' | 'refusal' | 'tryRequest'>,
		private readonly events: readonly string[],
		private readonly facts: HookFacts<Aim>,
	) {}

	async stands(): Promise<boolean> {
		const hooks = await this.ours();
		return (
			hooks.length === this.events.length &&
			this.events.every((event) => hooks.some((hook) => hook.event === event && hook.isRight))
		);
	}

	/** @throws NodeApiError when the service refuses, or nobody knows how it ended */
	async establish(): Promise<void> {
		const hooks = await this.ours();
		const kept = this.events.map((event) => ({ event, hook: bestOf(hooks, event) }));
		for (const hook of hooks) if (!kept.some((entry) => entry.hook === hook)) await this.remove(hook);
		for (const { event, hook } of kept) {
			if (!hook) await this.add(event);
			else if (!hook.isRight) await this.repair(hook);
		}
	}

	async withdraw(): Promise<void> {
		for (const hook of await this.ours()) await this.remove(hook);
	}

	/** One that is made while the pages are read can stand on two of them. */
	private async ours(): Promise<Hook[]> {
		const { isOurs, isRight, fields } = this.facts;
		const rows = (await this.facts.list()).filter(isOurs);
		const hooks = rows.map((row) => ({
			id: String(row[fields.id]),
			event: String(row[fields.event]),
			isRight: isRight(row),
		}));
		return [...new Map(hooks.map((hook) => [hook.id, hook])).values()];
	}

	/**
	 * One whose answer was lost, or that somebody else made meanwhile, is looked for before it is called refused.
	 *
	 * @param repairs what is found may be put right; else it must be right as it is
	 */
	private async add(event: string, repairs = true): Promise<void> {
		const request = this.facts.adding(event);
		const { last } = await this.client.tryRequest(request);
		if (goodReply(last)) return;
		const look = async () => {
			const found = bestOf(await this.ours(), event);
			return found?.isRight || repairs ? found : undefined;
		};
		const patienceMs = isDoubtful(last) ? LOOK_FOR_MS : 0;
		const present = await lookFor(this.client.functions, look, { atOnce: true, patienceMs });
		if (!present) throw this.notRegistered(last, request, event);
		if (!present.isRight) await this.repair(present);
	}

	private async repair(hook: Hook): Promise<void> {
		const request = this.facts.repairing(hook);
		const { last } = await this.client.tryRequest(request);
		if (goodReply(last)) return;
		if (!this.facts.replacedOn?.includes(last.status)) throw this.notRegistered(last, request, hook.event);
		await this.remove(hook);
		await this.add(hook.event, false);
	}

	/** What is gone already is no matter; an answer that cannot be read is settled by looking. */
	private async remove(hook: Hook): Promise<void> {
		const request = this.facts.removing(hook);
		const { last } = await this.client.tryRequest(request);
		if (goodReply(last) || last.status === 404) return;
		const isUnread = 'neverSent' in last && last.instead !== undefined;
		if (isUnread && !(await this.ours()).some(({ id }) => id === hook.id)) return;
		throw this.client.refusal(last, request);
	}

	private notRegistered(last: Outcome['last'], request: Aim & Sent, event: string): Error {
		if (!isDoubtful(last)) return this.client.refusal(last, request);
		const error = this.client.refusal(last, request, NEXT);
		error.message += `. It is not known whether the webhook for ${event} was registered`;
		return error;
	}
}

/** The registration for an event; of several, one that is right as it is. */
function bestOf(hooks: readonly Hook[], event: string): Hook | undefined {
	const present = hooks.filter((hook) => hook.event === event);
	return present.find(({ isRight }) => isRight) ?? present.at(0);
}
