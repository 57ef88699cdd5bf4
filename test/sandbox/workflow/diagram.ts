/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { crc32, deflateSync } from 'node:zlib';

interface Box {
	id: string;
	x: number;
	y: number;
	width: number;
	height: number;
}

const SHAPE = /<bpmndi:BPMNShape\b[^>]*bpmnElement="([^"]+)"[^>]*>\s*<omgdc:Bounds\b([^>]*)\/>/g;

const numberIn = (attributes: string, name: string): number =>
	Number(new RegExp(`\\b${name}="([^"]+)"`).exec(attributes)?.[1] ?? NaN);

/** Every shape that the model draws (BPMN 2.0, diagram interchange). */
const boxesOf = (xml: string): Box[] =>
	[...xml.matchAll(SHAPE)].map(([, id, bounds]) => ({
		id,
		x: numberIn(bounds, 'x'),
		y: numberIn(bounds, 'y'),
		width: numberIn(bounds, 'width'),
		height: numberIn(bounds, 'height'),
	}));

const chunk = (type: string, data: Buffer): Buffer => {
	const named = Buffer.concat([Buffer.from(type), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
};

/** An image of palette colours (PNG specification, sections 5 and 11). */
function png(width: number, height: number, colours: readonly number[], pixels: Uint8Array): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const rows = Array.from({ length: height }, (_, y) =>
		Buffer.concat([Buffer.from([0]), pixels.subarray(y * width, (y + 1) * width)]),
	);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(colours)),
		chunk('IDAT', deflateSync(Buffer.concat(rows))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** White, black for shapes, red for those at which the case stands. */
const COLOURS = [255, 255, 255, 0, 0, 0, 255, 0, 0];

/**
 * The picture of a case (reference 4.2, P6): the outlines of all shapes, and of the active ones in red.
 * @returns undefined when the model has no drawing
 */
export function drawCase(xml: string, active: ReadonlySet<string>): Buffer | undefined {
	const boxes = boxesOf(xml);
	if (boxes.length === 0) return undefined;
	const width = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width))) + 10;
	const height = Math.ceil(Math.max(...boxes.map((box) => box.y + box.height))) + 10;
	const pixels = new Uint8Array(width * height);
	for (const box of boxes) {
		const colour = active.has(box.id) ? 2 : 1;
		const [left, top] = [Math.round(box.x), Math.round(box.y)];
		const [right, bottom] = [Math.round(box.x + box.width), Math.round(box.y + box.height)];
		for (let x = left; x <= right; x++) for (const y of [top, bottom]) pixels[y * width + x] = colour;
		for (let y = top; y <= bottom; y++) for (const x of [left, right]) pixels[y * width + x] = colour;
	}
	return png(width, height, COLOURS, pixels);
}
