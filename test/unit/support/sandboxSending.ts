import type { IDataObject } from 'n8n-workflow';
import type { DocumentRecord } from '../../sandbox/signature/types';
import { SandboxSignature } from './sandboxSignature';
import { ServiceDouble, type Answer, type SentRequest } from './serviceDouble';
import { API, listOf, requestUuid, sentBody, uuid } from './signature';

/** What becomes of a sending: carried out; carried out with the answer lost; lost before it was carried out; or a plain answer. */
export type SendingFate = 'answered' | 'answer lost' | 'never carried out' | Answer;

export interface SendingOptions {
	/** A filter that the service does not know is ignored (reference 9, point 7). */
	ignoresFilter?: boolean;
	/** A new document cannot be found for so many looks. */
	hiddenLooks?: number;
	/** What becomes of a sending, counted from 0. */
	fate?: (turn: number) => SendingFate;
	/** Rows on one page. */
	pageSize?: number;
	/** Documents do not tell their own address. */
	withoutUrls?: boolean;
}

/** What a document of a test is like, beside what all are. */
export interface Present {
	externalId?: string;
	status?: string;
	/** It was made, but never sent for signature. */
	unsent?: boolean;
}

const DOCUMENTS = `${API}/documents/`;

/** The sandbox of Core Signature, asked in process; opening it takes long, so once for a file, before the clock stands still. */
export class SandboxSending {
	private constructor(private readonly sandbox: SandboxSignature) {}

	static async open(): Promise<SandboxSending> {
		const sandbox = await SandboxSignature.open();
		// Tests jump from one timer to the next: reminders and expiry of a document must not come to pass in between.
		sandbox.parts.lifecycle.follow = () => undefined;
		return new SandboxSending(sandbox);
	}

	async close(): Promise<void> {
		await this.sandbox.close();
	}

	/** A service without documents, for as long as no other one begins. */
	begin(options: SendingOptions = {}): Sending {
		const { ignoresFilter = false, pageSize = 100 } = options;
		this.sandbox.reset({
			listFiltersHonoured: !ignoresFilter,
			maxPageSize: pageSize,
			dropCallbacks: true,
		});
		return new Sending(this.sandbox, options);
	}
}

/** What one service is asked. Its documents have the ids `uuid(1)` and so on. */
export class Sending {
	/** Bodies of everything that was posted, also in vain. */
	readonly posted: IDataObject[] = [];

	readonly service: ServiceDouble;

	private looks = 0;

	constructor(
		private readonly sandbox: SandboxSignature,
		private readonly options: SendingOptions,
	) {
		this.service = new ServiceDouble(async (request) =>
			request.method === 'POST' ? await this.sending(request) : await this.reading(request),
		);
	}

	/** As the service shows them, newest first. */
	get documents(): IDataObject[] {
		return this.records.map((record) => this.sandbox.parts.present.document(record)).reverse();
	}

	/** How often a request went out to people. */
	get mailed(): number {
		return this.sandbox.events.filter(({ eventType }) => eventType === 'sent').length;
	}

	/** A document that is there before the test begins; the last one is the newest. */
	async put(
		number: number,
		{ externalId = `k${number}`, status = 'se', unsent }: Present = {},
	): Promise<void> {
		const record = this.sandbox.document(uuid(number));
		Object.assign(record, { status: 'ne', signed: null, finishedAt: null });
		Object.assign(record.fields, { external_id: externalId, name: `offer-${number}.pdf` });
		if (!unsent) {
			const document = this.sandbox.parts.present.documentUrl(record);
			await this.post(`${API}/signature-requests/`, { document, signers: [{ email: 'nathan@example.com' }] });
		}
		Object.assign(record, { status });
		this.sandbox.events.length = 0;
	}

	private get records(): DocumentRecord[] {
		return Object.values(this.sandbox.parts.state.data.documents);
	}

	private async reading(request: SentRequest): Promise<Answer> {
		const { hiddenLooks = 0, withoutUrls = false } = this.options;
		const isList = request.path === DOCUMENTS;
		if (isList && this.records.length && this.looks++ < hiddenLooks) return listOf([]);
		const answer = await this.sandbox.ask(request);
		return isList && withoutUrls
			? listOf(this.documents.map((document) => ({ ...document, url: null })))
			: answer;
	}

	private async sending({ path, body }: SentRequest): Promise<Answer> {
		const sent = await sentBody(body);
		const fate = this.options.fate?.(this.posted.length) ?? 'answered';
		this.posted.push(sent);
		if (typeof fate === 'object') return fate;
		if (fate === 'never carried out') return { broken: 'ECONNRESET' };
		const answer = await this.post(path, sent);
		return fate === 'answer lost' ? { broken: 'ECONNRESET' } : answer;
	}

	/** Carries a sending out. A new document is converted at once. */
	private async post(path: string, body: IDataObject): Promise<Answer> {
		const { lifecycle, present, state } = this.sandbox.parts;
		const sent = new Set(this.records.filter(({ request }) => request).map((record) => record.uuid));
		const answer = await this.sandbox.ask({
			method: 'POST',
			path,
			query: {},
			body: JSON.stringify(body),
			options: { method: 'POST', url: path },
		});
		const made = this.records.find((record) => record.request && !sent.has(record.uuid));
		if (!made?.request) return answer;
		if (made.status === 'co') {
			delete state.data.documents[made.uuid];
			Object.assign(made, { uuid: uuid(this.records.length + 1), convertAt: null, status: 'ne' });
			state.data.documents[made.uuid] = made;
			lifecycle.send(made);
		}
		made.request.uuid = requestUuid(this.records.indexOf(made) + 1);
		return { status: 201, body: present.request(made, made.request) };
	}
}
