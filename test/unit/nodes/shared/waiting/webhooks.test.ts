import { webhooks } from '../../../../../nodes/shared/waiting/webhooks';

describe('the address of a waiting execution', () => {
	it('takes POST alone, since mail scanners and previews open links with GET', () => {
		expect(webhooks.map(({ httpMethod }) => httpMethod)).toEqual(['POST']);
	});
});
