import { goodReply, type Broken, type Reply } from '../send';
import { isNodeStream, type NodeStream } from './storeStream';

/** More than any refusal says, in bytes. */
const MOST = 64 * 1024;

/** What a stream says, as JSON or text; nothing when it broke. It is closed afterwards. */
async function said(stream: NodeStream): Promise<unknown> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	stream.on('error', () => undefined);
	try {
		for await (const piece of stream) {
			const read = Buffer.from(piece);
			pieces.push(read);
			bytes += read.length;
			if (bytes > MOST) break;
		}
	} catch {
		return undefined;
	}
	const text = Buffer.concat(pieces).toString('utf8');
	try {
		const body: unknown = JSON.parse(text);
		return body;
	} catch {
		return text;
	}
}

/** An answer that was asked for as a stream. A refusal says something instead: it is read, so that nothing stays open. */
export async function withoutRefusedStream(answer: Reply | Broken): Promise<Reply | Broken> {
	if (goodReply(answer) || !('headers' in answer) || !isNodeStream(answer.body)) return answer;
	return { ...answer, body: await said(answer.body) };
}
