import type { Broken, Reply } from './send';

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
