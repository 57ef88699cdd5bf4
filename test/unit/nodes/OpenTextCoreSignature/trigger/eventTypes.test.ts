import {
	EVENT_TYPE_OPTIONS,
	isAboutDocument,
} from '../../../../../nodes/OpenTextCoreSignature/trigger/eventTypes';

describe('the event types', () => {
	it('are those of documents (reference 5.11)', () => {
		expect(EVENT_TYPE_OPTIONS.map(({ value }) => String(value)).sort()).toEqual([
			'cancelled',
			'convert_error',
			'converted',
			'declined',
			'downloaded',
			'expired',
			'sending_error',
			'sent',
			'signed',
			'signer_downloaded',
			'signer_email_bounced',
			'signer_forwarded',
			'signer_signed',
			'signer_viewed',
			'signer_viewed_email',
			'viewed',
		]);
	});

	it('of accounts are about no document', () => {
		expect([isAboutDocument('signed'), isAboutDocument('login_failed')]).toEqual([true, false]);
	});
});
