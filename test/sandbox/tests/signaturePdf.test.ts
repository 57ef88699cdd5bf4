import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { signingLog, signPdf, toPdf } from '../../sandbox/signature/pdf';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Windows-1252 has these where Latin-1 has controls; enough for the texts of this file. */
const cp1252 = (code: number) => ({ 0x80: '€', 0x95: '•', 0x8a: 'Š' })[code] ?? String.fromCharCode(code);

const drawn = (operators: string) =>
	[...operators.matchAll(/<([\dA-F]+)> Tj/g)].map(([, hex]) =>
		(hex.match(/../g) ?? []).map((pair) => cp1252(Number.parseInt(pair, 16))).join(''),
	);

/** The lines of text that each page draws, in the order in which they are drawn. */
async function pagesOf(pdf: Uint8Array): Promise<string[][]> {
	const document = await PDFDocument.load(pdf, { updateMetadata: false });
	return document.getPages().map((page) => {
		const contents = page.node.Contents();
		const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
		return streams.flatMap((stream) => {
			const found = document.context.lookup(stream?.constructor === undefined ? undefined : stream);
			if (found instanceof PDFRawStream) {
				return drawn(new TextDecoder('latin1').decode(decodePDFRawStream(found).decode()));
			}
			return found instanceof PDFStream ? drawn(found.getContentsString()) : [];
		});
	});
}

const ORDER = `<!doctype html><html><head><title>not drawn</title><style>p { color: red }</style></head>
<body><h1>Order &#35;104</h1><!-- not drawn either -->
<p>Please   sign for <b>Ada&nbsp;Example</b>,<br>caf&eacute; &euro;&#x20;5 &lt;net&gt;</p>
<table><tr><th>Product</th><th>Total</th></tr><tr><td><p>Espresso Machine</p></td><td>12,480.00</td></tr></table>
<ol><li>First<li>Second<ul><li>Below second</li></ul></li></ol>
<script>if (1 > 0) alert('not drawn')</script><hr>End</body></html>`;

describe('documents of the Core Signature stand-in', () => {
	it('a PDF stays as it is, byte by byte', async () => {
		const { pdf } = await toPdf(bytes('one page'), 'order.txt');
		expect(await toPdf(pdf, 'ORDER.PDF')).toEqual({ pdf, text: '' });
	});

	it('HTML becomes headings, paragraphs, list items and table rows; what is not text is dropped', async () => {
		const { pdf, text } = await toPdf(bytes(ORDER), 'order.html');
		expect(text.split('\n')).toEqual([
			'Order #104',
			'Please sign for Ada Example,',
			'café € 5 <net>',
			'Product  Total',
			'Espresso Machine  12,480.00',
			'1. First',
			'2. Second',
			'  • Below second',
			'End',
		]);
		const [lines, ...more] = await pagesOf(pdf);
		expect(more).toEqual([]);
		expect(lines).toEqual([
			'Order #104',
			'Please sign for Ada Example,',
			'café € 5 <net>',
			'Product',
			'Total',
			'Espresso Machine',
			'12,480.00',
			'1.',
			'First',
			'2.',
			'Second',
			'•',
			'Below second',
			'End',
		]);
	});

	it('tables inside layout tables lose no words', async () => {
		const nested =
			'<table><tr><td>Before<table><tr><td>Inner</td></tr></table>After</td><td>Beside</td></tr></table>';
		const { text } = await toPdf(bytes(nested), 'order.html');
		for (const word of ['Before', 'Inner', 'After', 'Beside']) expect(text).toContain(word);
	});

	it('long text is wrapped and goes on over as many pages as it needs', async () => {
		const source = Array.from({ length: 120 }, (_, line) => `Line ${line} ${'word '.repeat(30)}`).join('\n');
		const { pdf, text } = await toPdf(bytes(source), 'terms.txt');
		expect(text).toBe(source);
		const pages = await pagesOf(pdf);
		expect(pages.length).toBeGreaterThan(2);
		const lines = pages.flat();
		expect(lines.filter((line) => line.startsWith('Line ')).length).toBe(120);
		expect(lines.join(' ').match(/word/g)).toHaveLength(120 * 30);
		expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(130);
	});

	it('a word longer than a line is cut, not lost', async () => {
		const word = 'x'.repeat(500);
		const { pdf } = await toPdf(bytes(word), 'long.txt');
		expect((await pagesOf(pdf)).flat().join('')).toBe(word);
	});

	it('characters that the fonts lack are replaced, in the PDF only', async () => {
		const { pdf, text } = await toPdf(bytes('Łódź 東京 Šimek'), 'names.txt');
		expect(text).toBe('Łódź 東京 Šimek');
		expect((await pagesOf(pdf)).flat()).toEqual(['Lódz ?? Šimek']);
	});

	it.each([
		['a type that nobody converts', 'order.xlsx', bytes('words'), /type ".xlsx"/],
		['a name without an extension', 'order', bytes('words'), /type ""/],
		['a PDF that is none', 'order.pdf', bytes('words'), /PDF header/],
		['text that is not UTF-8', 'order.txt', Uint8Array.of(0xff, 0xfe, 0x41), /not valid for encoding/],
		['empty text', 'order.txt', bytes(' \n'), /empty/],
		['HTML without words', 'order.html', bytes('<p></p><script>1</script>'), /no text/],
	])('%s is refused', async (_, fileName, content, message) => {
		await expect(toPdf(content, fileName)).rejects.toThrow(message);
	});

	it('signatures stand on a page of their own behind the pages of the document', async () => {
		const { pdf } = await toPdf(bytes('The order'), 'order.txt');
		const signed = await signPdf(pdf, {
			title: 'order.pdf',
			documentId: 'c7b5',
			signers: [
				{ name: 'Ada Example', email: 'ada@example.com', role: 'signed', at: '2026-11-22T10:00:00Z' },
				{ name: 'Max Manager', email: 'max@example.com', role: 'approved', at: '2026-11-22T11:00:00Z' },
				{ name: 'Rita Reviewer', email: 'rita@example.com', role: 'declined', at: '2026-11-22T12:00:00Z' },
			],
		});
		const [first, last, ...more] = await pagesOf(signed);
		expect(more).toEqual([]);
		expect(first).toEqual(['The order']);
		expect(last).toEqual([
			'Signature page',
			'order.pdf',
			'Document c7b5',
			'Signed by',
			'Ada Example',
			'ada@example.com, 2026-11-22T10:00:00Z',
			'Approved by',
			'Max Manager',
			'max@example.com, 2026-11-22T11:00:00Z',
			'Declined by',
			'Rita Reviewer',
			'rita@example.com, 2026-11-22T12:00:00Z',
		]);
	});

	it('what is no PDF cannot be signed', async () => {
		await expect(signPdf(bytes('words'), { title: '', documentId: '', signers: [] })).rejects.toThrow(
			/PDF header/,
		);
	});

	it('the signing log names the document, its hash and every event', async () => {
		const log = {
			documentId: 'c7b5',
			name: 'order.pdf',
			sha256: 'ab'.repeat(32),
			lines: Array.from({ length: 70 }, (_, line) => ({
				at: `2026-11-22T10:00:${line}Z`,
				text: `Event ${line}`,
			})),
		};
		const pages = await pagesOf(await signingLog(log));
		expect(pages.length).toBe(2);
		expect(pages.flat()).toEqual([
			'Signing log',
			'order.pdf',
			'Document c7b5',
			`SHA-256 ${log.sha256}`,
			...log.lines.flatMap(({ at, text }) => [at, text]),
		]);
	});

	it('the same input gives the same bytes, whenever it is converted', async () => {
		const make = async () => {
			const { pdf } = await toPdf(bytes(ORDER), 'order.html');
			const signers = [{ name: 'Ada', email: 'ada@example.com', role: 'signed' as const, at: 'then' }];
			return [
				pdf,
				await signPdf(pdf, { title: 'order', documentId: '1', signers }),
				await signingLog({
					documentId: '1',
					name: 'order',
					sha256: '00',
					lines: [{ at: 'then', text: 'sent' }],
				}),
			];
		};
		jest.useFakeTimers({ now: 0, doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'] });
		const before = await make();
		jest.setSystemTime(86_400_000);
		const after = await make();
		jest.useRealTimers();
		expect(after).toEqual(before);
	});
});
