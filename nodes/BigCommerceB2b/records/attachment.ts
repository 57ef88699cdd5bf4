import * as is from '../../shared/shape';
import { attachmentName, type Attachment } from '../transport/attachments';

/** BigCommerce reference 13.2: no name, no category, no hash. */
export const ATTACHMENT = is.object({ id: is.text, companyId: is.whole, fileName: is.text, url: is.text });

/** An attachment as it comes out. */
export const attachmentItem = (companyId: number, attachment: Attachment) => ({
	id: attachment.id,
	companyId,
	fileName: attachmentName(attachment),
	url: attachment.attachmentFile,
});
