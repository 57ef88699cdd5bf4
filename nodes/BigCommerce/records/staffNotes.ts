const LINE_END = /\r\n|\r|\n/;

/** Lines as they are compared: whatever their line ends, blanks around them and ways of writing an accent. */
const comparable = (text: string): string[] =>
	text.split(LINE_END).map((line) => line.trim().normalize('NFC'));

/** Whether a note stands in the staff notes, as whole lines one below the other. */
function stands(notes: string, note: string): boolean {
	const [lines, wanted] = [comparable(notes), comparable(note)];
	return lines.some((_, from) => wanted.every((line, offset) => lines[from + offset] === line));
}

/**
 * The staff notes with a note below them, once.
 *
 * @param notes as the service gives them; its own text is kept
 * @param note one line or several
 */
export function withNote(notes: string, note: string): string {
	if (stands(notes, note)) return notes;
	if (!notes.trim()) return note;
	return /[\r\n]$/.test(notes) ? `${notes}${note}` : `${notes}\n${note}`;
}
