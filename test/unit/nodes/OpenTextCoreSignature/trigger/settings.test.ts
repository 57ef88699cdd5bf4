import type { IDataObject } from 'n8n-workflow';
import { readSettings } from '../../../../../nodes/OpenTextCoreSignature/trigger/settings';
import { signatureHookFunctions } from '../../../support/signatureTriggers';

const read = (parameters: IDataObject = {}) => readSettings(signatureHookFunctions({ parameters }));

describe('the settings of the trigger', () => {
	it('have these defaults', () => {
		expect(read()).toEqual({
			eventTypes: ['signed', 'declined'],
			fullDocument: true,
			simplify: true,
			externalIdPrefix: '',
			sweep: true,
			overlapMs: 5 * 60_000,
			lookBackMs: 0,
		});
	});

	it('add further event types, each once', () => {
		const options = { furtherEventTypes: ' signrequest_received,\nsigned  login_failed' };
		expect(read({ options }).eventTypes).toEqual([
			'signed',
			'declined',
			'signrequest_received',
			'login_failed',
		]);
	});

	it('may have further event types alone', () => {
		expect(read({ eventTypes: [], options: { furtherEventTypes: 'x1' } }).eventTypes).toEqual(['x1']);
	});

	it.each(['Signed', 'https://example.com', 'a-b', '*'])(
		'refuse "%s" as an event type',
		(furtherEventTypes) => {
			expect(() => read({ options: { furtherEventTypes } })).toThrow(
				`"${furtherEventTypes}" is not an event type`,
			);
		},
	);

	it('need an event type', () => {
		expect(() => read({ eventTypes: [] })).toThrow('No event type is chosen');
	});
});
