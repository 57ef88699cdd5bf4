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

	it.each<[string, IDataObject]>([
		['Overlap (Minutes)', { overlapMinutes: -1 }],
		['Overlap (Minutes)', { overlapMinutes: 'some' }],
		['Overlap (Minutes)', { overlapMinutes: null }],
		['Look Back (Hours)', { lookBackHours: [2] }],
		['Catch-Up Sweep', { sweep: 'sometimes' }],
		['Catch-Up Sweep', { sweep: null }],
		['External ID Begins With', { externalIdPrefix: { a: 1 } }],
		['External ID Begins With', { externalIdPrefix: null }],
		['Further Event Types', { furtherEventTypes: null }],
	])('refuse by name what is no %s: %j', (label, options) => {
		expect(() => read({ options })).toThrow(label);
	});

	it('take text for numbers and flags, and leave out what was added and left blank', () => {
		const options = { overlapMinutes: '10', lookBackHours: '', sweep: 'false', externalIdPrefix: '' };
		expect(read({ options, fullDocument: 'false' })).toMatchObject({
			overlapMs: 10 * 60_000,
			lookBackMs: 0,
			sweep: false,
			fullDocument: false,
		});
		expect(() => read({ fullDocument: 'x' })).toThrow('Full Document must be true or false');
	});

	it('take event types of an expression as text', () => {
		expect(read({ eventTypes: 'signed, declined' }).eventTypes).toEqual(['signed', 'declined']);
		expect(() => read({ eventTypes: [{ type: 'signed' }] })).toThrow('Event Types must be text');
	});

	it('need an event type', () => {
		expect(() => read({ eventTypes: [] })).toThrow('No event type is chosen');
	});
});
