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

/** How many pages are read at a time as long as nothing tells how long a list is. */
const FIRST_WIDTH = 4;

/** What `sideBySide` reads. */
export interface Numbered<Read> {
	/** The first page that is read, counted from 1; those before it were full. */
	from: number;
	/** The last page that there can be; Infinity when only an end shows it. */
	last: number;
	/** How many pages are under way at most. */
	most: number;
	fetchPage(number: number): Promise<Read>;
}

/**
 * Reads pages that can be asked for by number, several at a time, until one says that nothing follows. It begins with a few, so that a list which ends soon costs few pages
 * too many, and asks for more at a time the longer the list turns out.
 *
 * @returns the pages in their order; the last one tells whether there is more
 * @throws what went wrong with the first page in that order; nothing is asked for after that
 */
export async function sideBySide<Read extends Page<unknown>>({
	from,
	last,
	most,
	fetchPage,
}: Numbered<Read>): Promise<Read[]> {
	const read = new Map<number, Read | { error: unknown }>();
	const underWay = new Map<number, Promise<void>>();
	let next = from;
	let isOver = false;
	const begin = (number: number) => {
		const ends = fetchPage(number)
			.catch((error: unknown) => ({ error }))
			.then((page) => {
				read.set(number, page);
				underWay.delete(number);
				isOver ||= 'error' in page || !page.more;
			});
		underWay.set(number, ends);
	};
	for (;;) {
		const width = Math.min(most, Math.max(FIRST_WIDTH, 2 * read.size));
		while (!isOver && next <= last && underWay.size < width) begin(next++);
		if (!underWay.size) break;
		await Promise.race(underWay.values());
	}
	return [...read.entries()]
		.sort(([one], [other]) => one - other)
		.map(([, page]) => {
			if ('error' in page) throw page.error;
			return page;
		});
}
