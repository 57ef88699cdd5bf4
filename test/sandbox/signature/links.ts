import { createHmac, timingSafeEqual } from 'node:crypto';

import { type SandboxContext, SERVICE_PREFIXES, type StateFile } from '../core';

import { Refusal } from './errors';
import type { SignatureState, StoredFile } from './types';

/** Addresses that the service gives out. */
export class Links {
	constructor(
		private readonly state: StateFile<SignatureState>,
		private readonly context: SandboxContext,
	) {}

	/** Address of a resource below /api/v1. @param path with slashes at both ends */
	api(path: string): string {
		return `${this.root}/api/v1${path}`;
	}

	/** A person's own page. */
	signer(token: string): string {
		return `${this.root}/sign/${token}`;
	}

	prepare(documentUuid: string): string {
		return `${this.root}/prepare/${documentUuid}`;
	}

	/** A link that opens one file for a short time, without any login (reference 5.1, 7.14). */
	download(file: StoredFile | null): string | null {
		if (file === null) return null;
		const life = this.state.data.switches.downloadLinkSeconds;
		const expires = String(Math.floor(this.context.clock.now() / 1000) + life);
		return `${this.root}/files/${file.id}?expires=${expires}&signature=${this.sign(file.id, expires)}`;
	}

	/**
	 * Checks a download, as a storage service does (reference 7.14, 8.1).
	 * @throws Refusal 400 when the request is authorised twice, 403 when the link is altered or older than its life
	 */
	check(id: string, query: { expires?: string; signature?: string }, authorization?: string): void {
		if (authorization !== undefined) {
			throw new Refusal(400, { detail: 'Only one auth mechanism allowed' });
		}
		const { expires = '', signature = '' } = query;
		const expected = Buffer.from(this.sign(id, expires));
		const given = Buffer.from(signature);
		const genuine = given.length === expected.length && timingSafeEqual(given, expected);
		if (!genuine) throw new Refusal(403, { detail: 'The signature of the link does not match' });
		if (Number(expires) * 1000 < this.context.clock.now()) {
			throw new Refusal(403, { detail: 'The link has expired' });
		}
	}

	private get root(): string {
		return `${this.context.baseUrl()}${SERVICE_PREFIXES.signature}`;
	}

	private sign(id: string, expires: string): string {
		return createHmac('sha256', this.state.data.linkSecret).update(`${id}:${expires}`).digest('hex');
	}
}
