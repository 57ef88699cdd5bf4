import { withoutRefusedStream } from './files/refusedStream';
import type { Broken, Reply } from './send';
import type { Sent } from './serviceRequest';

/** An answer that came as bytes, because a file was asked for: a refusal is read as what it is, JSON or text. */
export function asText(answer: Reply | Broken): Reply | Broken {
	if (!('headers' in answer) || answer.status < 300 || !Buffer.isBuffer(answer.body)) return answer;
	const text = answer.body.toString();
	try {
		const body: unknown = JSON.parse(text);
		return { ...answer, body };
	} catch {
		return { ...answer, body: text };
	}
}

/** The answer in the way in which it was asked for. */
export async function asAsked(
	answer: Reply | Broken,
	{ bytes, streams }: Pick<Sent, 'bytes' | 'streams'>,
): Promise<Reply | Broken> {
	if (streams) return await withoutRefusedStream(answer);
	return bytes ? asText(answer) : answer;
}
