import { clientSecretOf } from '../access';
import type { Hook } from '../state';
import type { Switches } from '../switches';
import { signatureHeaders } from './signature';

/** The vendor states no time-out (reference 12.6); this is the sandbox's. */
export const TIMEOUT_MS = 15_000;

/** Headers of one callback: the registered ones and, where wanted, the signature. */
export function callbackHeaders(
	hook: Hook,
	id: string,
	body: string,
	{ signDeliveries }: Switches,
): Record<string, string> {
	const secret = clientSecretOf(hook.client_id);
	return {
		'content-type': 'application/json',
		accept: '*/*',
		'user-agent': 'bigcommerce-sandbox',
		...hook.headers,
		...(signDeliveries && secret !== undefined ? signatureHeaders(secret, id, body) : {}),
	};
}

/** Posts one callback. @returns the HTTP status, 0 when there was no answer in time */
export async function post(
	destination: string,
	headers: Record<string, string>,
	body: string,
	signal?: AbortSignal,
	timeoutMs = TIMEOUT_MS,
): Promise<number> {
	const timeout = AbortSignal.timeout(timeoutMs);
	try {
		const response = await fetch(destination, {
			method: 'POST',
			headers,
			body,
			redirect: 'manual',
			signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
		});
		await response.arrayBuffer();
		return response.status;
	} catch {
		return 0;
	}
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;
