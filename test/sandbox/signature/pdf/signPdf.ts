import { PDFDocument } from '@cantoo/pdf-lib';

import { ACCENT, Paper, QUIET } from './paper';
import { bytesOf } from './pdfFile';

/** What the page after the last page says. `at`: ISO 8601. */
export interface SignaturePage {
	title: string;
	documentId: string;
	signers: Array<{ name: string; email: string; role: 'signed' | 'approved' | 'declined'; at: string }>;
}

const ROLES: Readonly<Record<SignaturePage['signers'][number]['role'], string>> = {
	signed: 'Signed by',
	approved: 'Approved by',
	declined: 'Declined by',
};

/**
 * Adds a page with the signatures behind the last page; the pages before it stay as they are.
 * @throws Error when the bytes are no readable PDF
 */
export async function signPdf(pdf: Uint8Array, page: SignaturePage): Promise<Uint8Array> {
	const signed = await PDFDocument.load(pdf, { updateMetadata: false });
	const paper = await Paper.of(signed);
	const { plain, bold, oblique } = paper.type;
	paper.write('Signature page', { size: 9, font: bold, color: ACCENT });
	paper.write(page.title, { size: 18, font: bold, before: 4 });
	paper.write(`Document ${page.documentId}`, { size: 9, color: QUIET, before: 2 });
	paper.skip(10);
	paper.rule();
	for (const { name, email, role, at } of page.signers) {
		// the parts of one signature stay on one page
		paper.need(76);
		paper.write(ROLES[role], { size: 9, color: QUIET, before: 12 });
		paper.write(name, { size: 17, font: oblique, before: 2 });
		paper.write(email === '' ? at : `${email}, ${at}`, { size: 9, font: plain, color: QUIET, before: 2 });
		paper.skip(8);
		paper.rule();
	}
	return await bytesOf(signed);
}
