import fc from 'fast-check';
import { withNote } from '../../../../../nodes/BigCommerce/records/staffNotes';

describe('a note that stands in the staff notes is not added again', () => {
	it.each([
		['Approved by the risk team\r\nCall before delivery', 'Approved by the risk team'],
		['Call before delivery\r\nApproved by the risk team', 'Approved by the risk team'],
		['Call\rApproved', 'Approved'],
		['Call\nApproved  ', 'Approved'],
		['Call\r\n  Approved\r\n', 'Approved'],
		['first\r\none\r\ntwo\r\nlast', 'one\ntwo'],
		['one\n\ntwo', 'one\r\n\r\ntwo'],
		['Gepr\u00fcft', 'Gepru\u0308ft'],
		['Approved', 'Approved\n'],
	])('%j holds %j', (notes, note) => {
		expect(withNote(notes, note.trim())).toBe(notes);
	});

	it.each([
		['Approved by the risk team', 'Approved', 'Approved by the risk team\nApproved'],
		['one\r\nthree\r\ntwo', 'one\ntwo', 'one\r\nthree\r\ntwo\none\ntwo'],
		['two\none', 'one\ntwo', 'two\none\none\ntwo'],
		['approved', 'Approved', 'approved\nApproved'],
		['first\r\n', 'second', 'first\r\nsecond'],
		['', 'first', 'first'],
		[' \n ', 'first', 'first'],
	])('%j does not hold %j', (notes, note, expected) => {
		expect(withNote(notes, note)).toBe(expected);
	});

	it('whatever stood there and however its lines end: once added, it stands, and what stood before is kept', () => {
		const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
		const lines = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 });
		fc.assert(
			fc.property(lines, lineEnds, fc.string({ minLength: 1 }), (standing, end, entered) => {
				const note = entered.trim();
				fc.pre(note.length > 0);
				const notes = standing.join(end);
				const once = withNote(notes, note);
				if (notes.trim()) expect(once.startsWith(notes)).toBe(true);
				expect(withNote(once, note)).toBe(once);
				expect(withNote(once.replace(/\r\n|\r|\n/g, '\r\n'), note)).toBe(once.replace(/\r\n|\r|\n/g, '\r\n'));
			}),
		);
	});
});
