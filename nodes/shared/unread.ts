import { NodeApiError } from 'n8n-workflow';

/** Part of a record that the service did not let be read: what a trigger tells all the same, so that one bad record neither hides others nor stops the trigger. */
export interface Unread {
	/** Why, in the words of the error. */
	unread: string;
}

/**
 * Reads part of a record for a trigger, after the list that the record stands in was read with the same sign-in: so even a 401 is about this record alone.
 *
 * @returns what was read, or why it could not be
 * @throws anything that is not about this record: a missing credential, a cancelled run
 */
export async function readOrSay<T>(read: () => Promise<T>): Promise<{ value: T } | Unread> {
	try {
		return { value: await read() };
	} catch (error) {
		if (error instanceof NodeApiError) return { unread: error.message };
		return await Promise.reject(error);
	}
}
