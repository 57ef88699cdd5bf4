import type { LocatorTable } from '../../shared/record/locator';
import { object, orNull, text, type Properties } from '../../shared/shape';
import type { Attachment } from '../transport/attachments';

/** A link or a file of a task, as every operation gives it (reference 5.7). */
export const attachment: Properties = {
	attachmentId: text,
	taskId: text,
	name: orNull(text),
	description: orNull(text),
	type: orNull(text),
	externalUrl: orNull(text),
	contentUrl: orNull(text),
	user: orNull(text),
	createdAt: orNull(text),
};

export const ATTACHMENT = object(attachment);

export const ATTACHMENT_LOCATOR: LocatorTable = {
	name: 'attachmentId',
	label: 'Attachment',
	description: 'A file or link of this task',
	search: 'searchAttachments',
	like: 'c3d4e5f6-3391-11ea-b509-eeee0affefe7',
};

export const attachmentItem = (taskId: string, { id, time, userId, ...rest }: Attachment) => ({
	attachmentId: id,
	taskId,
	name: rest.name ?? null,
	description: rest.description ?? null,
	type: rest.type ?? null,
	externalUrl: rest.externalUrl ?? null,
	contentUrl: rest.contentUrl ?? null,
	user: userId ?? null,
	createdAt: time,
});
