import { createHmac } from 'crypto';
import { INFERRED } from '../../../../../nodes/OpenTextCoreSignature/transport/inferred';

describe('what is taken for true', () => {
	it('hashes events as SignRequest does: the test vector of reference 6.4', () => {
		const message = INFERRED.eventHash('1537889008', 'converted');
		expect(createHmac('sha256', 'YOUR_TOKEN_HERE').update(message).digest('hex')).toBe(
			'675ceef2ce146de8ba8d24ac878cdd1a0f5868b37dfe9e30699387eb18e17977',
		);
	});
});
