import fc from 'fast-check';
import { readablePage } from '../../../../nodes/shared/readablePage';

describe('what people read of a page', () => {
	it.each([
		[
			'<html><head><title>501 Not Implemented</title><style>body { color: red }</style></head><body><script>var t = "secret";</script><h1>Sorry</h1><p>Try later</p></body></html>',
			'501 Not Implemented Sorry Try later',
		],
		[
			'<p>One</p><!-- <p>hidden</p> --><p>Two &amp; three&nbsp;four &#33; &#x41;</p>',
			'One Two & three four ! A',
		],
		['<body>Cut off <script>var a = 1;', 'Cut off'],
		['<body>Cut off <style>a {', 'Cut off'],
		['Before <!-- never ended', 'Before'],
		['Text <img src="x" onerror="alert(1)', 'Text'],
		['<SCRIPT TYPE="x">a</SCRIPT ><B>Big</B>', 'Big'],
		['<noscript>Enable it</noscript><svg><text>icon</text></svg>Shown', 'Shown'],
		['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
		['<p>Field &lt;email&gt; is missing</p>', 'Field <email> is missing'],
		['Field <email> is missing', 'Field <email> is missing'],
		['<BODY onload="a>b" class=\'x\'>hi</BODY>', 'hi'],
		['<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'AccessDenied'],
		['plain words\n  in two lines', 'plain words in two lines'],
		['&#0; &#99999999; &unknown;', '&#0; &#99999999; &unknown;'],
		['', ''],
	])('of %j is %j (K16)', (page, read) => {
		expect(readablePage(page)).toBe(read);
	});

	it('reads the beginning of a huge one, and does not block n8n over the rest', () => {
		const word = 'a-'.repeat(500_000);
		expect(readablePage(`<title>${word}`).length).toBeLessThan(40_000);
		expect(readablePage('<title>'.repeat(100_000)).length).toBeLessThan(10);
		expect(readablePage(`<p>first</p>${word}`).startsWith('first a-')).toBe(true);
	});

	it('never holds the inside of a script or style, wherever they stand', () => {
		const word = fc.stringMatching(/^[a-z]{1,8}$/);
		fc.assert(
			fc.property(
				word,
				fc.constantFrom('script', 'style', 'template', 'head'),
				word,
				(before, tag, after) => {
					const read = readablePage(
						`<p>${before}</p><${tag} a="b">HIDDEN<b>HIDDEN</b></${tag}><p>${after}</p>`,
					);
					expect(read).toBe(`${before} ${after}`);
				},
			),
		);
	});
});
