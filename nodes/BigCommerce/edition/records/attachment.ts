import type { LocatorTable } from '../../../shared/record/locator';
import * as is from '../../../shared/shape';
import { attachmentName, type Attachment } from '../transport/attachments';
import { company } from './company';

/** BigCommerce reference 13.2: no name, no category, no hash. */
export const ATTACHMENT = is.object({ id: is.text, companyId: is.whole, fileName: is.text, url: is.text });

/** An attachment as it comes out. */
export const attachmentItem = (companyId: number, attachment: Attachment) => ({
	id: attachment.id,
	companyId,
	fileName: attachmentName(attachment),
	url: attachment.attachmentFile,
});

/** How people pick a file of a company. */
export const attachmentLocator: LocatorTable = {
	name: 'attachmentId',
	label: 'Attachment',
	description: 'The file to work on',
	search: 'searchAttachments',
	like: '497f6eca-6276-4993-bfeb-53cbbbba6f08',
};

/** The list in which it is found: short, and called by the names of the files. */
export const attachmentList = {
	path: '/companies/{id}/attachments',
	properties: { id: is.text, attachmentFile: is.text },
	below: company,
	locator: {
		named: ({ attachmentFile = '' }: { attachmentFile?: string }) => attachmentName({ attachmentFile }),
	},
};
