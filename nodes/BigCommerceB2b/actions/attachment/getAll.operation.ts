import { returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { ATTACHMENT, attachmentItem } from '../../../BigCommerce/edition/records/attachment';
import { company } from '../../../BigCommerce/edition/records/company';
import { attachmentsOf } from '../../../BigCommerce/edition/transport/attachments';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { idOf, scopes } from '../crud/picked';

export const getAll: Operation<B2bClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the files of a company, with their addresses',
		action: 'Get many attachments of a company',
	},
	effect: 'read',
	scopes,
	output: ATTACHMENT,
	fields: [locatorOf(company.locator), ...returnAllAndLimit],
	async execute(run, client) {
		const limit = run.limit();
		const companyId = idOf(run, company);
		const all = await attachmentsOf(client, companyId);
		return all.slice(0, limit).map((one) => attachmentItem(companyId, one));
	},
};
