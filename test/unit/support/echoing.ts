import { ok, ServiceDouble, v3 } from './serviceDouble';

/** A request as one line: path and query. */
export const requestOf = (path: string, query: Record<string, unknown>): string => {
	const asked = Object.entries(query).map(([name, value]) => `${name}=${String(value)}`);
	return asked.length ? `${path}?${asked.join('&')}` : path;
};

const lastOf = (path: string): string => path.split('/').at(-1) ?? '';

/** Lists of which a row is not named by its filter alone. */
const ROWS: ReadonlyArray<{ of: RegExp; row(query: Record<string, unknown>): object }> = [
	{
		of: /^\/v3\/inventory\/items$/,
		row: ({ 'variant_id:in': variant = 77, 'product_id:in': product = 7 }) => ({
			identity: { variant_id: Number(variant), product_id: Number(product) },
			locations: [{ location_id: 1, available_to_sell: 5 }],
		}),
	},
	{
		of: /\/pricelists\/\d+\/records$/,
		row: ({ 'variant_id:in': variant }) => ({ variant_id: Number(variant), currency: 'usd', price: 12.5 }),
	},
	{ of: /\/messages$/, row: () => ({ id: 3, message: 'Where is it?' }) },
];

/** A store that has every record it is asked for, named as it was asked for: alone, or in a list of one; transactions of which one was not asked for by its number. */
export const echoing = (): ServiceDouble =>
	new ServiceDouble(({ path, query }) => {
		const known = ROWS.find(({ of }) => of.test(path));
		if (known) return path.startsWith('/v2/') ? ok([known.row(query)]) : v3([known.row(query)]);
		if (path.endsWith('/transactions')) return v3([{ id: 8 }, { id: 9 }]);
		const [filter] = Object.keys(query);
		const named = filter === undefined ? lastOf(path) : String(query[filter]);
		const [, variant] = /\/records\/(\d+)\//.exec(path) ?? [];
		const record = {
			id: named,
			...(filter && { [filter.replace(':in', '')]: named }),
			variant_id: variant,
			product_id: 206,
		};
		if (path.startsWith('/v2/')) return ok(record);
		return v3(filter === undefined ? record : [record]);
	});
