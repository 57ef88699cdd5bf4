import { ACCENT, Paper, QUIET } from './paper';
import { blankPdf, bytesOf } from './pdfFile';

/** What happened to a document, oldest first. `sha256`: hash of the signed PDF, hexadecimal; `at`: ISO 8601. */
export interface SigningLog {
	documentId: string;
	name: string;
	sha256: string;
	lines: Array<{ at: string; text: string }>;
}

const TIME_WIDTH = 150;
const SIZE = 9.5;

/** Makes the PDF that tells who did what and when, and which file it is about. */
export async function signingLog(log: SigningLog): Promise<Uint8Array> {
	const pdf = await blankPdf();
	const paper = await Paper.of(pdf);
	paper.write('Signing log', { size: 9, font: paper.type.bold, color: ACCENT });
	paper.write(log.name, { size: 18, font: paper.type.bold, before: 4 });
	paper.write(`Document ${log.documentId}`, { size: 9, color: QUIET, before: 2 });
	paper.write(`SHA-256 ${log.sha256}`, { size: 9, color: QUIET });
	paper.skip(10);
	paper.rule();
	for (const { at, text } of log.lines) {
		paper.skip(5);
		paper.columns([
			{ text: at, style: { size: SIZE, color: QUIET, indent: 0, width: TIME_WIDTH - 8 } },
			{ text, style: { size: SIZE, indent: TIME_WIDTH, width: paper.width - TIME_WIDTH } },
		]);
	}
	return await bytesOf(pdf);
}
