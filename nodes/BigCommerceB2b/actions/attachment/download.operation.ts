import { outputFile, outputFileOf } from '../../../shared/fields';
import { OutputItem, type Operation } from '../../../shared/operation';
import { locatorOf, picked } from '../../../shared/record/locator';
import { object, text, whole } from '../../../shared/shape';
import {
	ATTACHMENT,
	attachmentItem,
	attachmentLocator,
} from '../../../BigCommerce/edition/records/attachment';
import { company } from '../../../BigCommerce/edition/records/company';
import { attachmentName, attachmentOf } from '../../../BigCommerce/edition/transport/attachments';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { downloadFile } from '../../../BigCommerce/edition/transport/downloads';
import { idOf, scopes } from '../crud/picked';

export const download: Operation<B2bClient> = {
	option: {
		name: 'Download',
		value: 'download',
		description: 'Get a file of a company',
		action: 'Download an attachment of a company',
	},
	effect: 'read',
	scopes,
	output: object({
		...ATTACHMENT.properties,
		file: object({ name: text, mimeType: text, bytes: whole, sha256: text }),
	}),
	fields: [locatorOf(company.locator), locatorOf(attachmentLocator), outputFile],
	async execute(run, client) {
		const companyId = idOf(run, company);
		const property = outputFileOf(run);
		const id = picked(run, attachmentLocator).value;
		let found = { id, attachmentFile: '' };
		const { binary, ...file } = await downloadFile(run, client, async () => {
			found = await attachmentOf(client, companyId, id);
			return { name: attachmentName(found), url: found.attachmentFile };
		});
		return new OutputItem({ ...attachmentItem(companyId, found), file }, { [property]: binary });
	},
};
