import type { IDataObject } from 'n8n-workflow';
import { ok, ServiceDouble, type Answer, type SentRequest } from './serviceDouble';
import {
	API,
	documentOf,
	listOf,
	NOT_FOUND,
	refusedWith,
	requestUuid,
	sentBody,
	signerOf,
} from './signature';

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
}

const DOCUMENTS = `${API}/documents/`;
const QUICK_CREATE = `${API}/signature-request-quick-create/`;
const REQUESTS = `${API}/signature-requests/`;

/**
 * The smallest service that keeps the vendor's promises about sending: every sending makes a document and mails people, whether or not its answer arrives, and an
 * external id is not unique.
 */
export class SendingModel {
	/** Newest first. */
	readonly documents: IDataObject[] = [];

	/** Bodies of everything that was posted, also in vain. */
	readonly posted: IDataObject[] = [];

	/** How often people were mailed. */
	mailed = 0;

	readonly service: ServiceDouble;

	private looks = 0;

	constructor(private readonly options: SendingOptions = {}) {
		this.service = new ServiceDouble(async (request) => await this.answer(request));
	}

	private async answer(request: SentRequest): Promise<Answer> {
		if (request.method === 'POST') return await this.sending(request);
		if (request.path === DOCUMENTS) return this.list(request);
		const found = this.documents.find(({ uuid: id }) => request.path === `${DOCUMENTS}${String(id)}/`);
		return found ? ok(found) : NOT_FOUND;
	}

	private list({ query }: SentRequest): Answer {
		const { ignoresFilter, hiddenLooks = 0, pageSize = 100 } = this.options;
		if (this.documents.length && this.looks++ < hiddenLooks) return listOf([]);
		const found = ignoresFilter
			? this.documents
			: this.documents.filter(({ external_id: key }) => key === query.external_id);
		const from = (Number(query.page) - 1) * pageSize;
		if (from > 0 && from >= found.length) return refusedWith(404, { detail: 'Invalid page.' });
		const next = from + pageSize < found.length ? 'https://sign.example.com/next' : null;
		return listOf(found.slice(from, from + pageSize), next, found.length);
	}

	private async sending({ path, body }: SentRequest): Promise<Answer> {
		const sent = await sentBody(body);
		const fate = this.options.fate?.(this.posted.length) ?? 'answered';
		this.posted.push(sent);
		if (typeof fate === 'object') return fate;
		if (fate === 'never carried out') return { broken: 'ECONNRESET' };
		const document = path === QUICK_CREATE ? this.quickCreate(sent) : this.sendExisting(path, sent);
		if (!document) return NOT_FOUND;
		this.mailed += 1;
		if (fate === 'answer lost') return { broken: 'ECONNRESET' };
		return { status: 201, body: { uuid: Object(document.signrequest).uuid, document: document.url } };
	}

	private quickCreate({ external_id: key, signers, name }: IDataObject): IDataObject {
		const made = documentOf(this.documents.length + 1, { external_id: key, name });
		return this.keep(made, signers);
	}

	private sendExisting(path: string, { document: url, signers }: IDataObject): IDataObject | undefined {
		const found = this.documents.find((document) => document.url === url);
		return path === REQUESTS && found ? this.keep(found, signers) : undefined;
	}

	private keep(document: IDataObject, signers: unknown): IDataObject {
		const people = Array.isArray(signers)
			? signers.map(({ email, ...asked }) => signerOf(String(email), asked))
			: [];
		document.signrequest = { uuid: requestUuid(this.documents.length), signers: people };
		if (!this.documents.includes(document)) this.documents.unshift(document);
		return document;
	}
}
