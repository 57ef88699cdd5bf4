/** One call of Workflow Service: what may stand in it. */
export interface Call {
	method: string;
	/** With the base path; what differs from call to call is `{name}`. */
	path: string;
	query: readonly string[];
	/** Keys of the body; of each row where the body is a list. */
	body: readonly string[];
}

/** Something that OpenText's own collections do not show. */
export interface Deviation extends Call {
	/** Section of the Workflow Service reference, with where it was read: specification, client code, or inferred. */
	source: string;
}

/** Whether two paths are one, whatever stands in the places that differ. */
export function samePath(template: string, path: string): boolean {
	const [wanted, given] = [template, path].map((text) => text.split('/'));
	const fits = (part: string, at: number) => /^\{.*\}$/.test(part) || part === given[at];
	return wanted.length === given.length && wanted.every(fits);
}

export const sameCall = (one: Pick<Call, 'method' | 'path'>, other: Pick<Call, 'method' | 'path'>): boolean =>
	one.method === other.method && samePath(one.path, other.path);
