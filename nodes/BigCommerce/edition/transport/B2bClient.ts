import type { ICredentialDataDecryptedObject, IHttpRequestMethods } from 'n8n-workflow';
import type { ClientOptions } from '../../../shared/clientOptions';
import type { Advice } from '../../../shared/errorText';
import type { ServiceFunctions } from '../../../shared/exchange';
import { isRecord } from '../../../shared/isRecord';
import { Paces } from '../../../shared/pace';
import { pages, type Page } from '../../../shared/paging';
import { MinuteCaps } from '../../../shared/perMinute';
import { tellMoved, tellProgress } from '../../../shared/progress';
import type { Given } from '../../../shared/record/given';
import { ServiceClient } from '../../../shared/serviceClient';
import type { Dialect, Target } from '../../../shared/serviceRequest';
import { explain, type Subject } from './b2bErrors';
import { B2bPace, RETRY_RULES, vendorMessage } from './b2bReplies';
import { capOf } from './endpointCaps';
import { page, record, recordIn, rowsIn, totalIn, type ListShape } from './envelope';

export const CREDENTIAL = 'bigCommerceB2bApi';

/** Invoices, payments and receipts have a base of their own below it, `/ip` (BigCommerce reference 13.7). */
const BASE = '/api/v3/io';

/** The store that the credential is of, and where its B2B Edition answers. */
interface Place {
	hash: string;
	baseUrl: string;
}

/** What is asked of B2B Edition; the path stands below its base. */
export interface B2bTarget extends Target {
	subject: Subject;
	/** By what a record names itself; left out: `id`. */
	idField?: string;
}

/** A list. */
export interface ListRequest extends B2bTarget, ListShape {
	/** The list comes whole, and takes neither offset nor limit. */
	isUnpaged?: boolean;
}

/** Above the default of 10, below the maximum that the sources disagree on (reference 13.1). */
export const PAGE_SIZE = 100;

/** The descriptions of the paging exclude 1. */
const LEAST_SIZE = 2;

const TIMEOUT_MS = 30_000;

const idIn = (row: unknown, field: string): string => (isRecord(row) ? String(row[field]).toLowerCase() : '');

const DONE: Readonly<Partial<Record<IHttpRequestMethods, string>>> = {
	DELETE: 'was removed',
	POST: 'was created',
	PUT: 'was changed',
};

const DEFAULT_BASE_URL = 'https://api-b2b.bigcommerce.com';

/** What a credential must hold before anything is sent. */
const RULES: ReadonlyArray<{ holds(place: Place): boolean; advice: Advice }> = [
	{
		holds: ({ hash }) => /^[a-z0-9]+$/i.test(hash),
		advice: {
			what: 'The store hash in the BigCommerce B2B credential is not valid',
			next: 'Enter the letters and digits that follow "stores/" in the API path of your API account.',
		},
	},
	{
		holds: ({ baseUrl }) => /^https?:\/\//i.test(baseUrl) && URL.canParse(baseUrl),
		advice: {
			what: 'The base URL in the BigCommerce B2B credential is not an address',
			next: `Enter ${DEFAULT_BASE_URL}, or the address of your proxy beginning with https.`,
		},
	},
];

function placeIn({ storeHash, baseUrl }: ICredentialDataDecryptedObject): Place {
	const address = String(baseUrl || DEFAULT_BASE_URL).trim();
	return { hash: String(storeHash ?? '').trim(), baseUrl: address.replace(/\/+$/, '') };
}

/** What is sent of each call, by all executions of this process. */
const CAPS = new MinuteCaps();

const DIALECT: Dialect<Place, B2bTarget> = {
	credential: CREDENTIAL,
	faultIn: (fields) => RULES.find(({ holds }) => !holds(placeIn(fields)))?.advice,
	placeIn,
	accountOf: ({ hash, baseUrl }) => `${baseUrl} ${hash}`,
	paces: new Paces(() => new B2bPace()),
	capped: (pace, account, method, { path }) => CAPS.paceOf(pace, account, capOf(method, path)),
	rules: RETRY_RULES,
	urlOf: ({ baseUrl }, { path }) => `${baseUrl}${BASE}${path}`,
	accept: 'application/json',
	timeoutMs: (patienceMs = TIMEOUT_MS) => Math.min(TIMEOUT_MS, patienceMs),
	record: ({ idField = 'id' }, id) => record(idField, id),
	recordIn,
	explain,
	vendorMessage,
	done: (subject, method) => `${subject} ${DONE[method] ?? ''}`,
};

/** The only piece that knows the HTTP of B2B Edition: addresses, envelope, paging, quota, refusals. */
export class B2bClient extends ServiceClient<Place, B2bTarget, ListRequest> {
	constructor(functions: ServiceFunctions, options?: ClientOptions) {
		super(functions, DIALECT, options);
	}

	/** The store of the credential. */
	async store(): Promise<Place> {
		return await this.place();
	}

	/** @param offset how many rows are passed over @param limit how many are wanted at most */
	async page(
		request: ListRequest,
		offset: number,
		limit: number,
	): Promise<Page<Given> & { seen: number; total?: number }> {
		const { idField = 'id', isUnpaged, rows, paging, ...target } = request;
		const shape = { rows, paging };
		const { body } = await this.request({
			...target,
			method: 'GET',
			query: { ...target.query, ...(!isUnpaged && { limit, offset }) },
			gives: page(idField, shape, offset, isUnpaged ? Infinity : limit),
		});
		const found = rowsIn(body, shape);
		const seen = offset + found.length;
		const total = totalIn(body, shape);
		const more = !isUnpaged && found.length > 0 && seen < (total ?? 0);
		return { rows: found.filter(isRecord), more, seen, total };
	}

	/** All rows, each once: one that moved to a later page while the list was read comes on both, and tells that another may have moved the other way. */
	pages(request: ListRequest, limit = Number.POSITIVE_INFINITY): AsyncGenerator<Given[]> {
		const { idField = 'id', subject } = request;
		const told = new Set<string>();
		let offset = 0;
		let read = 0;
		let first: number | undefined;
		let isMoved = false;
		const next = async (wanted: number) => {
			const size = Math.max(LEAST_SIZE, Math.min(PAGE_SIZE, wanted));
			const { rows, ...page } = await this.page(request, offset, size);
			offset = page.seen;
			read++;
			tellProgress(this.functions, subject, { ...page, pages: read });
			const fresh = rows.filter((row) => !told.has(idIn(row, idField)));
			for (const row of fresh) told.add(idIn(row, idField));
			first ??= page.total;
			const moves = fresh.length < rows.length || Number(page.total) < Number(first);
			if (moves && !isMoved) tellMoved(this.functions, subject);
			isMoved ||= moves;
			return { rows: fresh, more: page.more };
		};
		return pages(limit, async (_number, wanted) => {
			let page = await next(wanted);
			while (page.more && !page.rows.length) page = await next(wanted);
			return page;
		});
	}
}
