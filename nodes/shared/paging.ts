/** One page of a list. */
export interface Page<Row> {
	rows: Row[];
	/** Whether the service may hold more after this page. */
	more: boolean;
}

/**
 * Walks the pages of a list until it ends or enough rows are there.
 *
 * @param limit how many rows at most; Infinity for all
 * @param fetchPage reads one page; `number` counts from 0, `size` is how many rows are still wanted
 * @yields the rows, page by page, cut to the limit
 */
export async function* pages<Row>(
	limit: number,
	fetchPage: (number: number, size: number) => Promise<Page<Row>>,
): AsyncGenerator<Row[]> {
	let wanted = limit;
	for (let number = 0; wanted > 0; number++) {
		const { rows, more } = await fetchPage(number, wanted);
		if (rows.length) yield rows.slice(0, wanted);
		wanted -= rows.length;
		if (!more || !rows.length) return;
	}
}

/**
 * All rows of a walk in one array.
 *
 * @param walk what `pages` gives
 */
export async function collect<Row>(walk: AsyncIterable<Row[]>): Promise<Row[]> {
	const all: Row[] = [];
	for await (const rows of walk) for (const row of rows) all.push(row);
	return all;
}
