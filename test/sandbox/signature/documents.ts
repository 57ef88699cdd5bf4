import { randomUUID } from 'node:crypto';

import { invalid } from './errors';
import type { ContentFields, DocumentFields } from './fields';
import type { Lifecycle } from './lifecycle';
import { type Parts, saved, touched } from './parts';
import type { Identity } from './site';
import type { AttachmentRecord, DocumentRecord } from './types';

/** A file that came as a multipart part, or as base64. */
export interface Upload {
	name: string;
	content: Uint8Array;
}

/** Content of a document: a file, or where to fetch it. */
export type Content = { upload: Upload } | { url: string };

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/**
 * Finds the one content of a body (Core Signature reference 5.1, 8.1). Line breaks inside base64 are tolerated (3.1).
 * @throws Refusal 400 with a field map when there is none, more than one, or it cannot be read
 */
export function contentOf(fields: ContentFields, upload?: Upload): Content {
	const { file_from_content: base64, file_from_content_name: name, file_from_url: url, template } = fields;
	const given = [upload, base64, url, template, fields.file_from_sf].filter((way) => way != null);
	if (given.length !== 1) {
		throw invalid({
			non_field_errors: [
				'Provide exactly one of file, file_from_url, file_from_content, file_from_sf or template.',
			],
		});
	}
	if (upload !== undefined) return { upload };
	if (url !== null) return { url };
	if (base64 === null) {
		// the site has no templates and no integration
		throw invalid({ [template === null ? 'file_from_sf' : 'template']: ['Object does not exist.'] });
	}
	if (name === null) throw invalid({ file_from_content_name: ['This field is required.'] });
	if (!BASE64.test(base64)) throw invalid({ file_from_content: ['This is not valid base64.'] });
	return { upload: { name, content: Buffer.from(base64, 'base64') } };
}

/** The documents of the site. */
export class Documents {
	constructor(
		private readonly parts: Parts,
		private readonly lifecycle: Lifecycle,
	) {}

	/** Every document that the sender still has, oldest first. */
	all(): DocumentRecord[] {
		return Object.values(this.parts.state.data.documents).filter(({ deleted }) => !deleted);
	}

	find(uuid: string): DocumentRecord | undefined {
		const document = this.parts.state.data.documents[uuid];
		return document?.deleted === true ? undefined : document;
	}

	/** Finds a document by its address, absolute or path only (reference 3.1, references). */
	byUrl(url: string): DocumentRecord | undefined {
		const [, uuid = ''] = /\/api\/v1\/documents\/([0-9a-fA-F-]{36})\/?$/.exec(url) ?? [];
		return this.find(uuid.toLowerCase());
	}

	/** Takes a document in; it is converted afterwards (reference 8.1). */
	async create(fields: DocumentFields, content: Content, owner: Identity): Promise<DocumentRecord> {
		const upload = 'upload' in content ? content.upload : undefined;
		const url = 'url' in content ? content.url : null;
		const source = upload === undefined ? null : await this.parts.files.add(upload.name, upload.content);
		const now = this.parts.context.clock.now();
		const fileName = upload?.name ?? new URL(url ?? '').pathname.split('/').at(-1) ?? '';
		const document: DocumentRecord = {
			uuid: randomUUID(),
			createdAt: now,
			modifiedAt: now,
			status: 'co',
			fields: { ...fields, name: fields.name ?? fileName },
			origin: { url, contentName: upload?.name ?? null },
			user: owner.isUser ? owner.email : null,
			source,
			converted: null,
			text: null,
			convertAt: now + this.parts.state.data.switches.conversionMs,
			finishAt: null,
			finishedAt: null,
			signed: null,
			log: null,
			padTo: 0,
			deleted: false,
			attachments: [],
			request: null,
		};
		this.parts.state.data.documents[document.uuid] = document;
		saved(this.parts, 'document', document.uuid);
		this.lifecycle.follow(document);
		return document;
	}

	/** Adds a file that signers can read. @throws Refusal 400 once the document was sent (reference 4.4) */
	async attach(document: DocumentRecord, name: string | null, upload: Upload): Promise<AttachmentRecord> {
		if (document.request !== null) throw invalid({ document: ['This document has already been sent.'] });
		const attachment = {
			uuid: randomUUID(),
			name: name ?? upload.name,
			createdAt: this.parts.context.clock.now(),
			file: await this.parts.files.add(upload.name, upload.content),
		};
		document.attachments.push(attachment);
		touched(this.parts, document);
		return attachment;
	}

	/** Gone for the sender; with force, erased at once with everything that belongs to it (reference 7.15). */
	async remove(document: DocumentRecord, force: boolean): Promise<void> {
		if (force) await this.lifecycle.erase(document);
		else document.deleted = true;
		touched(this.parts, document);
	}
}
