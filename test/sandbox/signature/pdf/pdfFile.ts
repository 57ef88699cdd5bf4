import { PDFDocument } from '@cantoo/pdf-lib';

/** A new document without a creation date, so that the same content gives the same bytes. */
export const blankPdf = async (): Promise<PDFDocument> => await PDFDocument.create({ updateMetadata: false });

/** Adds nothing of its own: no default page, no new form appearances, no dates. */
export const bytesOf = async (pdf: PDFDocument): Promise<Uint8Array> =>
	await pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
