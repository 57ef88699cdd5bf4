import { happeningsIn } from '../../../../../../nodes/OpenTextDecision/ways/signature/happened';
import type { ServiceEvent } from '../../../../../../nodes/OpenTextCoreSignature/transport/serviceEvent';
import type { Signer } from '../../../../../../nodes/OpenTextCoreSignature/transport/signers';

const SHARED = 'office@example.com';

const event = (id: string, type: string, email: string): ServiceEvent => ({
	id,
	type,
	status: 'ok',
	at: 0,
	isTimed: true,
	signer: { email, name: null },
	documentId: 'd-1',
});

const happenings = (signers: Signer[], events: ServiceEvent[]) =>
	happeningsIn(events, { given: {}, uuid: 'd-1', signrequest: { uuid: 'r-1', signers } }).map(
		({ event: name }) => name,
	);

describe('what happens to a document', () => {
	it('is told while somebody still has to sign', () => {
		const signers = [{ email: 'ada@example.com', signed: true }, { email: 'bob@example.com' }];
		expect(happenings(signers, [event('1', 'signer_signed', 'ada@example.com')])).toEqual(['signerSigned']);
	});

	it('is not told of the last signature, which is told as the decision, though the document is a moment behind', () => {
		const signers = [{ email: 'ada@example.com', signed: true }, { email: 'bob@example.com' }];
		const events = [
			event('1', 'signer_signed', 'ada@example.com'),
			event('2', 'signer_signed', 'bob@example.com'),
		];
		expect(happenings(signers, events)).toEqual([]);
	});

	it('is told of the first of two who share an address: one signature is not that of both', () => {
		const first = event('1', 'signer_signed', SHARED);
		expect(happenings([{ email: SHARED, signed: true }, { email: SHARED }], [first])).toEqual([
			'signerSigned',
		]);
		const bounced = event('2', 'signer_email_bounced', SHARED);
		expect(happenings([{ email: SHARED, signed: true }, { email: SHARED }], [first, bounced])).toEqual([
			'signerSigned',
			'mailBounced',
		]);
		expect(
			happenings([{ email: SHARED }, { email: SHARED }], [first, event('3', 'signer_signed', SHARED)]),
		).toEqual([]);
	});
});
