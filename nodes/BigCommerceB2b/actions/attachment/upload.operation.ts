import { createOnce } from '../../../shared/createOnce';
import { optionsCollection } from '../../../shared/fields';
import { readItemFile } from '../../../shared/itemFile';
import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { isDoubtful } from '../../../shared/send';
import { flag, object, text } from '../../../shared/shape';
import { ATTACHMENT, attachmentItem } from '../../../BigCommerce/edition/records/attachment';
import { company } from '../../../BigCommerce/edition/records/company';
import { attachmentsOf, attachRequest, uploaded } from '../../../BigCommerce/edition/transport/attachments';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { idOf, scopes } from '../crud/picked';
import { compared } from './compared';

/** BigCommerce reference 13.2. */
const MOST_BYTES = 10 * 1024 * 1024;

export const upload: Operation<B2bClient> = {
	option: {
		name: 'Upload',
		value: 'upload',
		description: 'Put a file on a company, at most ten; the same one that is there already stays as it is',
		action: 'Upload an attachment of a company',
	},
	effect: 'once',
	scopes,
	output: object({ uploaded: flag, compared: flag, sha256: text, ...ATTACHMENT.properties }),
	fields: [
		locatorOf(company.locator),
		{
			displayName: 'Input Binary Field',
			name: 'binaryProperty',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the input binary field containing the file to be uploaded',
			description: 'A picture, a PDF or an Office document of at most 10 MB',
		},
		optionsCollection([
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. agreement-1.pdf',
				description: 'Under which it is kept and found again; left out: its own name',
			},
		]),
	],
	async execute(run, client) {
		const companyId = idOf(run, company);
		const given = await readItemFile(run, run.requiredText('binaryProperty', 'Input Binary Field'));
		const file = { ...given, name: run.text('options.fileName', '', 'File Name') || given.name };
		if (file.size > MOST_BYTES) {
			throw run.refuse({
				what: `File "${file.name}" is larger than the 10 MB that B2B Edition takes`,
				next: 'Make it smaller, or store it elsewhere and keep its address in an extra field.',
			});
		}
		const before = await attachmentsOf(client, companyId);
		const there = await compared(run, client, before, file);
		const told = { sha256: file.sha256 };
		if (there.other) {
			throw run.refuse({
				what: `Company ${companyId} has another file of the name "${file.name}"`,
				next: 'Enter another File Name, for example one with a number, or delete that file first.',
			});
		}
		if (there.unread) {
			throw run.refuse({
				what: `Company ${companyId} has a file of the name "${file.name}" that cannot be read, so that nobody knows whether it is the same`,
				next: 'Look at that file in B2B Edition, then delete it or enter another File Name. Whether this n8n may reach its host, your administrator knows.',
			});
		}
		if (there.same) {
			return { uploaded: false, compared: true, ...told, ...attachmentItem(companyId, there.same) };
		}
		const stood = new Set(before.map(({ id }) => id));
		const request = attachRequest(companyId, file);
		const result = await createOnce(run.functions, {
			send: async () => await client.tryRequest(request),
			made: ({ body }) => uploaded(body),
			async lookUp() {
				const now = await attachmentsOf(client, companyId);
				const fresh = now.filter(({ id }) => !stood.has(id));
				const { same, unread } = await compared(run, client, fresh, file);
				// What was not there before the call, and has its name, came of it.
				return same ?? unread;
			},
		});
		if ('made' in result) {
			return { uploaded: true, compared: false, ...told, ...attachmentItem(companyId, result.made) };
		}
		const { refused } = result;
		const next = 'Run this item again: it looks for the file by its name first.';
		throw client.refusal(refused, request, isDoubtful(refused) ? next : undefined);
	},
};
