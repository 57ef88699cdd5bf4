import type { Operation } from '../../../shared/operation';
import { isDoubtful } from '../../../shared/send';
import { documentItem, findDocument } from '../../transport/documents';
import { outcomeOf } from '../../transport/statuses';
import type { SignatureClient } from '../../transport/SignatureClient';
import { documentOfItem, requestIdentityFields } from '../documentFields';
import { sentRequestId } from './requestOfDocument';

export const cancel: Operation<SignatureClient> = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		description:
			'End a request that is not finished; one that was signed, declined or expired meanwhile is left as it is',
		action: 'Cancel a signature request',
	},
	fields: requestIdentityFields,
	async execute(run, client) {
		const document = await documentOfItem(run, client);
		if (outcomeOf(document) !== 'pending') return { cancelled: false, ...documentItem(document) };
		const id = sentRequestId(run, document);
		const subject = `signature request ${id}`;
		const { last } = await client.act('cancel', id, subject);
		const done = 'headers' in last && last.status < 300;
		// 400: somebody signed or declined last in this moment. In doubt, the document tells.
		if (!done && last.status !== 400 && !isDoubtful(last)) {
			throw client.refusal(last, { method: 'POST', subject });
		}
		const after = (await findDocument(client, { id: String(document.uuid) })) ?? document;
		const outcome = outcomeOf(after);
		if (outcome === 'pending' && !done) throw client.refusal(last, { method: 'POST', subject });
		return { cancelled: done || outcome === 'cancelled', ...documentItem(after) };
	},
};
