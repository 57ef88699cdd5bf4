import { webhooks } from '../../../../../nodes/OpenTextCoreSignature/waiting/webhooks';

describe('the address of a waiting execution', () => {
	it('takes POST alone, since mail scanners and previews open links with GET', () => {
		expect(webhooks.map(({ httpMethod }) => httpMethod)).toEqual(['POST']);
	});

	it('resumes the execution that waits, at the address of the node (guide, section 9)', () => {
		expect(webhooks).toMatchObject([
			{ name: 'default', restartWebhook: true, isFullPath: true, path: '={{ $nodeId }}' },
		]);
	});
});
