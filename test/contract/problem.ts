/** One place where an exchange or a delivery departs from BigCommerce's own description. */
export interface Problem {
	/** what was looked at: `GET /stores/sandbox1/v2/orders?page=1 → 200`, or the scope of a delivery */
	subject: string;
	/** where in it: `path order_id`, `query page`, `header accept`, `request body /status_id`, `status`, … */
	at: string;
	message: string;
	/** file and JSON pointer of the rule that was broken, where there is one */
	rule?: string;
}

/** A list a person can read: one line per problem, equal ones counted once. Empty text when there is none. */
export function formatProblems(problems: readonly Problem[]): string {
	const counts = new Map<string, number>();
	for (const { subject, at, message, rule } of problems) {
		const line = `${subject}: ${at}: ${message}${rule === undefined ? '' : ` (${rule})`}`;
		counts.set(line, (counts.get(line) ?? 0) + 1);
	}
	return [...counts].map(([line, count]) => (count === 1 ? line : `${line} [${count} times]`)).join('\n');
}
