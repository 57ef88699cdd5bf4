/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { extname } from 'node:path';

import { PDFDocument } from '@cantoo/pdf-lib';

import { textOf } from './blocks';
import type { Block } from './blocks';
import { drawBlock } from './drawBlocks';
import { readHtml } from './html';
import { Paper } from './paper';
import { blankPdf, bytesOf } from './pdfFile';

/** A converted document: the PDF, and its words where the source had them in the open. */
export interface Converted {
	pdf: Uint8Array;
	text: string;
}

/** @throws TypeError when the bytes are not UTF-8 */
const decode = (content: Uint8Array): string =>
	new TextDecoder('utf-8', { fatal: true }).decode(content).replace(/\r\n?/g, '\n');

async function draw(blocks: Block[], gap: number): Promise<Uint8Array> {
	const pdf = await blankPdf();
	const paper = await Paper.of(pdf);
	for (const block of blocks) {
		drawBlock(block, paper);
		paper.skip(gap);
	}
	return await bytesOf(pdf);
}

async function fromText(content: Uint8Array): Promise<Converted> {
	const text = decode(content);
	if (text.trim() === '') throw new Error('The document is empty');
	return { pdf: await draw([{ kind: 'paragraph', text: text.trimEnd() }], 0), text };
}

async function fromHtml(content: Uint8Array): Promise<Converted> {
	const blocks = readHtml(decode(content));
	if (blocks.length === 0) throw new Error('The document holds no text');
	return { pdf: await draw(blocks, 0), text: textOf(blocks) };
}

async function asItIs(content: Uint8Array): Promise<Converted> {
	const pdf = await PDFDocument.load(content, { updateMetadata: false });
	if (pdf.getPageCount() === 0) throw new Error('The document has no pages');
	return { pdf: content, text: '' };
}

const CONVERTERS: Readonly<Record<string, (content: Uint8Array) => Promise<Converted>>> = {
	'.pdf': asItIs,
	'.txt': fromText,
	'.html': fromHtml,
	'.htm': fromHtml,
};

/**
 * Makes the PDF that signers see. A PDF stays as it is, byte by byte; text and HTML are set on A4 pages.
 * The same content gives the same bytes.
 * @returns the PDF and, except for a PDF, the words of the source, one line per paragraph, item or table row
 * @throws Error when the file type is none of these, or the content is broken or empty (the vendor's `convert_error`)
 */
export async function toPdf(content: Uint8Array, fileName: string): Promise<Converted> {
	const extension = extname(fileName).toLowerCase();
	if (!Object.hasOwn(CONVERTERS, extension)) {
		throw new Error(`A file of type "${extension}" cannot be converted`);
	}
	return await CONVERTERS[extension](content);
}
