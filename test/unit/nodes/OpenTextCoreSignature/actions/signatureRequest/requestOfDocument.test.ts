import {
	requestOfDocument,
	sentRequestId,
} from '../../../../../../nodes/OpenTextCoreSignature/actions/signatureRequest/requestOfDocument';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';
import { answering, ok } from '../../../../support/serviceDouble';
import { API, clientOf, documentOf, requestUuid, uuid } from '../../../../support/signature';

const REQUEST = { uuid: requestUuid(1), who: 'o' };

const run = new ItemRun(executeFunctions(), 0);

describe('the request of a document', () => {
	it('is named inside it under the old word (reference 4.3)', () => {
		expect(sentRequestId(run, documentOf(1))).toBe(requestUuid(1));
	});

	it('is not there before it was sent', () => {
		expect(() => sentRequestId(run, documentOf(1, { signrequest: null }))).toThrow(
			`Item 1: Document ${uuid(1)} has not been sent for signature`,
		);
	});

	it('is read under the new word', async () => {
		const service = answering({ [`GET ${API}/signature-requests/${requestUuid(1)}/`]: ok(REQUEST) });
		expect(await requestOfDocument(run, clientOf(service), documentOf(1))).toEqual(REQUEST);
	});
});
