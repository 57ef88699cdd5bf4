import type { Operation } from '../../../shared/operation';
import { endingOf } from '../../../shared/send';
import { documentItem } from '../../records/documentItem';
import { explain } from '../../transport/signatureErrors';
import type { SignatureClient } from '../../transport/SignatureClient';
import { documentOfRequest, requestLocator } from '../documentFields';
import { sentRequestId } from './requestOfDocument';
import { REMINDED } from '../../records/document';

export const remind: Operation<SignatureClient> = {
	option: {
		name: 'Send Reminder',
		value: 'remind',
		description: 'Mail those again who have not signed; nothing is sent when the request has ended',
		action: 'Send a reminder',
	},
	effect: 'once',
	output: REMINDED,
	fields: [requestLocator],
	async execute(run, client) {
		const document = await documentOfRequest(run, client);
		const item = documentItem(document);
		if (item.final) return { reminded: false, ...item };
		const id = sentRequestId(run, document);
		const subject = `signature request ${id}`;
		const { last } = await client.act('remind', id, { subject, done: 'a reminder was sent' });
		const ending = endingOf(last);
		if (ending === 'doubtful') {
			throw client.failure(last, {
				what: explain(last, subject, 'POST').what,
				next: 'People may have been mailed: look at the request in Core Signature before you remind them again.',
			});
		}
		if (ending === 'refused') throw client.refusal(last, { method: 'POST', subject });
		return { reminded: true, ...item };
	},
};
