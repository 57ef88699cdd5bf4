import type { Operation } from '../../../shared/operation';
import { locatorOf, picked } from '../../../shared/record/locator';
import { goodReply } from '../../../shared/send';
import { flag, object, text } from '../../../shared/shape';
import { attachmentLocator } from '../../../BigCommerce/edition/records/attachment';
import { company } from '../../../BigCommerce/edition/records/company';
import { attachmentOf, detachRequest } from '../../../BigCommerce/edition/transport/attachments';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { idOf, scopes } from '../crud/picked';

export const remove: Operation<B2bClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Take a file off a company',
		action: 'Delete an attachment of a company',
	},
	effect: 'change',
	scopes,
	output: object({ id: text, deleted: flag }),
	fields: [locatorOf(company.locator), locatorOf(attachmentLocator)],
	async execute(run, client) {
		const companyId = idOf(run, company);
		const id = picked(run, attachmentLocator).value;
		const request = detachRequest(companyId, id);
		await attachmentOf(client, companyId, id);
		const { last, repeatedAfterDoubt, write } = await client.tryRequest(request);
		// Not there any more: an earlier try did it.
		if (last.status === 404 && repeatedAfterDoubt) write?.settle(true);
		else if (!goodReply(last)) throw client.refusal(last, request);
		return { id, deleted: true };
	},
};
