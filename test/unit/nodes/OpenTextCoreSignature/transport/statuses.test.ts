import {
	outcomeOf,
	statusName,
	STATUSES,
} from '../../../../../nodes/OpenTextCoreSignature/transport/statuses';

describe('the status of a document', () => {
	it('is not told by a filled PDF: a declined document has one too (reference 6.3)', () => {
		expect(outcomeOf({ status: 'de', pdf: 'https://files.example.com/x_declined.pdf' })).toBe('declined');
		expect(outcomeOf({ status: 'se', pdf: 'https://files.example.com/x.pdf' })).toBe('pending');
	});

	it('is signed for "downloaded" only when there is a PDF (reference 5.10)', () => {
		expect(outcomeOf({ status: 'do', pdf: 'https://files.example.com/x.pdf' })).toBe('signed');
		expect(outcomeOf({ status: 'do' })).toBe('pending');
	});

	it('passes an unknown code through, as something still under way', () => {
		expect(statusName('zz')).toBe('zz');
		expect(outcomeOf({ status: 'zz' })).toBe('pending');
		expect(statusName('si')).toBe('signed');
	});

	it('has a name of its own for every code', () => {
		const names = Object.values(STATUSES).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});
});
