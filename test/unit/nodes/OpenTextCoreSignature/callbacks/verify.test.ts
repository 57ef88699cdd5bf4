import { isHashedBy } from '../../../../../nodes/OpenTextCoreSignature/callbacks/verify';

/** The test vector of reference 6.4. */
const KEY = 'YOUR_TOKEN_HERE';
const CALLBACK = {
	event_time: '1537889008',
	event_type: 'converted',
	event_hash: '675ceef2ce146de8ba8d24ac878cdd1a0f5868b37dfe9e30699387eb18e17977',
};

describe('the hash of a callback (reference 6.4)', () => {
	it('is HMAC-SHA256 of time and type, in hexadecimal', () => {
		expect(isHashedBy(KEY, CALLBACK)).toBe(true);
	});

	it.each([
		{ event_time: '1537889009' },
		{ event_type: 'signed' },
		{ event_hash: CALLBACK.event_hash.replace('6', '7') },
		{ event_hash: '' },
		{ event_hash: undefined },
		{ event_time: undefined },
	])('does not fit when anything differs or is missing: %j', (changes) => {
		expect(isHashedBy(KEY, { ...CALLBACK, ...changes })).toBe(false);
	});

	it('does not fit another key', () => {
		expect(isHashedBy('other', CALLBACK)).toBe(false);
	});
});
