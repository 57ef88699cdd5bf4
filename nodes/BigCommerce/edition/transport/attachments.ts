import { givesIf, isNamed, type Gives } from '../../../shared/answer';
import { formBody, type FormFile } from '../../../shared/formBody';
import { isRecord } from '../../../shared/isRecord';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { text } from '../../../shared/shape';
import type { B2bClient, B2bTarget } from './B2bClient';
import { dataIn, done, record } from './envelope';
import { INFERRED } from './inferred';

/** BigCommerce reference 13.2. */
const ATTACHMENT = { id: text, attachmentFile: text };

/** Where a file of a company lies. */
export interface Attachment {
	id: string;
	attachmentFile: string;
}

const read = (row: unknown): Attachment => {
	const { id = '', attachmentFile = '' } = fieldsIn(ATTACHMENT, row);
	return { id, attachmentFile };
};

const pathOf = (companyId: number) => `/companies/${companyId}/attachments`;

/** The description shows one file where a company can have ten: both are taken (reference 13.2). */
const filesIn = (body: unknown): unknown[] => {
	const data = dataIn(body);
	return Array.isArray(data) ? data : isRecord(data) && 'id' in data ? [data] : [];
};

const files: Gives = (reply) =>
	done(reply) ??
	givesIf(({ body }) => {
		const data = dataIn(body);
		return (Array.isArray(data) || isRecord(data)) && filesIn(body).every((row) => isNamed(row, 'id'));
	})(reply);

const decoded = (part: string): string => (/%(?![\da-f]{2})/i.test(part) ? part : decodeURIComponent(part));

/** The end of its address: a file has no other name here. */
export const attachmentName = ({ attachmentFile }: Pick<Attachment, 'attachmentFile'>): string =>
	decoded(attachmentFile.split(/[?#]/)[0].split('/').at(-1) ?? '');

/** The rows of a list of files. */
export async function filesAt(client: B2bClient, list: B2bTarget): Promise<Given[]> {
	const { body } = await client.request({ ...list, method: 'GET', gives: files });
	return filesIn(body).filter(isRecord);
}

/** All files of a company. @throws NodeApiError when the company is not there */
export async function attachmentsOf(client: B2bClient, companyId: number): Promise<Attachment[]> {
	const subject = `the attachments of company ${companyId}`;
	return (await filesAt(client, { path: pathOf(companyId), subject })).map(read);
}

/** One file of a company. @throws NodeApiError when it has no such file */
export async function attachmentOf(client: B2bClient, companyId: number, id: string): Promise<Attachment> {
	const found = (await attachmentsOf(client, companyId)).find((one) => one.id === id);
	if (found) return found;
	throw client.refusal({ status: 404, headers: {}, body: '' }, detachRequest(companyId, id));
}

/** The files of this name among some: names are not unique. */
export const namedSo = (all: readonly Attachment[], name: string): Attachment[] =>
	all.filter((one) => INFERRED.isFileOf(attachmentName(one), name));

/** Puts a file on a company. */
export const attachRequest = (companyId: number, file: FormFile) => ({
	method: 'POST' as const,
	path: pathOf(companyId),
	body: async () => await formBody({}, 'attachmentFile', file),
	subject: `file "${file.name}" of company ${companyId}`,
	gives: record('id'),
	done: `file "${file.name}" was put on company ${companyId}`,
});

/** What an upload answers. */
export const uploaded = (body: unknown): Attachment => read(dataIn(body));

/** Takes a file off a company. */
export const detachRequest = (companyId: number, id: string) => ({
	method: 'DELETE' as const,
	path: `${pathOf(companyId)}/${encodeURIComponent(id)}`,
	subject: `attachment ${id} of company ${companyId}`,
	gives: done,
});
