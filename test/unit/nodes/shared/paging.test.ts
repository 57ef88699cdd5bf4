import fc from 'fast-check';
import { sleep } from 'n8n-workflow';
import { collect, pages, sideBySide, type Page } from '../../../../nodes/shared/paging';

/** A service that has so many rows and gives so many per page, and tells whether there is more only by a full page, as V2 does. */
const listOf = (total: number, size: number) => {
	const asked: number[] = [];
	const fetchPage = async (number: number): Promise<Page<number>> => {
		asked.push(number);
		const rows = Array.from({ length: total }, (_row, index) => index).slice(
			number * size,
			(number + 1) * size,
		);
		return { rows, more: rows.length === size };
	};
	return { fetchPage, asked };
};

describe('paging', () => {
	it('stops at an empty page after an exactly full one', async () => {
		const { fetchPage, asked } = listOf(4, 4);
		expect(await collect(pages(Infinity, fetchPage))).toEqual([0, 1, 2, 3]);
		expect(asked).toEqual([0, 1]);
	});

	it('asks for no further page after one that is not full', async () => {
		const { fetchPage, asked } = listOf(5, 4);
		expect(await collect(pages(Infinity, fetchPage))).toEqual([0, 1, 2, 3, 4]);
		expect(asked).toEqual([0, 1]);
	});

	it('gives nothing for an empty list', async () => {
		const { fetchPage, asked } = listOf(0, 4);
		expect(await collect(pages(Infinity, fetchPage))).toEqual([]);
		expect(asked).toEqual([0]);
	});

	it('cuts at a limit in the middle of a page, and asks no further', async () => {
		const { fetchPage, asked } = listOf(100, 4);
		expect(await collect(pages(6, fetchPage))).toEqual([0, 1, 2, 3, 4, 5]);
		expect(asked).toEqual([0, 1]);
	});

	it('asks for no page after a limit at the end of one', async () => {
		const { fetchPage, asked } = listOf(100, 4);
		expect(await collect(pages(8, fetchPage))).toHaveLength(8);
		expect(asked).toEqual([0, 1]);
	});

	it.each([0, -5])('asks for nothing when %i rows are wanted', async (limit) => {
		const { fetchPage, asked } = listOf(100, 4);
		expect(await collect(pages(limit, fetchPage))).toEqual([]);
		expect(asked).toEqual([]);
	});

	it('ends at an empty page even when the service says that there is more', async () => {
		const fetchPage = jest.fn(async () => ({ rows: [], more: true }));
		expect(await collect(pages(Infinity, fetchPage))).toEqual([]);
		expect(fetchPage).toHaveBeenCalledTimes(1);
	});

	it('tells each page how many rows are still wanted', async () => {
		const wanted: number[] = [];
		await collect(
			pages(10, async (_number, size) => {
				wanted.push(size);
				return { rows: [1, 2, 3, 4], more: true };
			}),
		);
		expect(wanted).toEqual([10, 6, 2]);
	});

	it('gives each row once and in order, for every total, page size and limit', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(60),
				fc.integer({ min: 1, max: 20 }),
				fc.oneof(fc.nat(80), fc.constant(Infinity)),
				async (total, size, limit) => {
					const rows = await collect(pages(limit, listOf(total, size).fetchPage));
					expect(rows).toEqual(Array.from({ length: Math.min(total, limit) }, (_row, index) => index));
				},
			),
		);
	});

	it('hands on what a page throws', async () => {
		const refuse = async (): Promise<Page<number>> => await Promise.reject(new Error('refused'));
		await expect(collect(pages(5, refuse))).rejects.toThrow('refused');
	});
});

describe('pages read side by side', () => {
	const reading = (total: number, size: number, slowest = 0) => {
		const { fetchPage, asked } = listOf(total, size);
		let underWay = 0;
		const seen = { most: 0, asked };
		const read = async (number: number) => {
			seen.most = Math.max(seen.most, (underWay += 1));
			// The later ones are answered first.
			if (slowest) await sleep(Math.max(0, slowest - number));
			underWay -= 1;
			return await fetchPage(number - 1);
		};
		return { seen, read };
	};

	it('give every row once and in order, however long the list and wherever it ends', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 90 }),
				fc.integer({ min: 1, max: 9 }),
				fc.integer({ min: 1, max: 8 }),
				async (total, size, most) => {
					const { read } = reading(total, size);
					const all = await sideBySide({ from: 1, last: Infinity, most, fetchPage: read });
					expect(all.flatMap(({ rows }) => rows)).toEqual(Array.from({ length: total }, (_row, at) => at));
				},
			),
		);
	});

	it('keep their order when later ones come first', async () => {
		const { read, seen } = reading(40, 4, 12);
		const all = await sideBySide({ from: 1, last: Infinity, most: 8, fetchPage: read });
		expect(all.flatMap(({ rows }) => rows)).toEqual(Array.from({ length: 40 }, (_row, at) => at));
		expect(seen.most).toBe(8);
	});

	it('cost a list that ends soon three pages too many at most', async () => {
		const { read, seen } = reading(6, 4);
		await sideBySide({ from: 2, last: Infinity, most: 8, fetchPage: read });
		expect(seen.asked).toEqual([1, 2, 3, 4]);
	});

	it('cost no page too many where it is known how long the list is', async () => {
		const { read, seen } = reading(6, 4);
		await sideBySide({ from: 2, last: 2, most: 8, fetchPage: read });
		expect(seen.asked).toEqual([1]);
	});

	it('are no more than there can be', async () => {
		const { read, seen } = reading(400, 4);
		await sideBySide({ from: 2, last: 7, most: 8, fetchPage: read });
		expect([...seen.asked].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('end with what went wrong with the first of them, and ask for nothing after it', async () => {
		const { read, seen } = reading(4_000, 4);
		const broken = async (number: number) => {
			if (number >= 5) throw new Error(`page ${number} was refused`);
			return await read(number);
		};
		const all = sideBySide({ from: 1, last: Infinity, most: 8, fetchPage: broken });
		await expect(all).rejects.toThrow('page 5 was refused');
		expect(seen.asked).toHaveLength(4);
	});
});
