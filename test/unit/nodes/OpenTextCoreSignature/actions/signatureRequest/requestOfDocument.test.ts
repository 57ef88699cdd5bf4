import type { IDataObject } from 'n8n-workflow';
import {
	requestOfDocument,
	sentRequestId,
} from '../../../../../../nodes/OpenTextCoreSignature/actions/signatureRequest/requestOfDocument';
import { readDocument } from '../../../../../../nodes/OpenTextCoreSignature/transport/documents';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';
import { answering, ok } from '../../../../support/serviceDouble';
import { API, clientOf, documentOf, requestUuid, uuid } from '../../../../support/signature';

const sent = (more: IDataObject = {}) => readDocument(documentOf(1, more));

const REQUEST = { uuid: requestUuid(1), who: 'o' };

const run = new ItemRun(executeFunctions(), 0);

describe('the request of a document', () => {
	it('is named inside it under the old word (reference 4.3)', () => {
		expect(sentRequestId(run, sent())).toBe(requestUuid(1));
	});

	it('is not there before it was sent', () => {
		expect(() => sentRequestId(run, sent({ signrequest: null }))).toThrow(
			`Item 1: Document ${uuid(1)} has not been sent for signature`,
		);
	});

	it('is read under the new word', async () => {
		const service = answering({ [`GET ${API}/signature-requests/${requestUuid(1)}/`]: ok(REQUEST) });
		expect(await requestOfDocument(run, clientOf(service), sent())).toEqual(REQUEST);
	});
});
