import { ok, ServiceDouble, v3 } from './serviceDouble';

/** A request as one line: path and query. */
export const requestOf = (path: string, query: Record<string, unknown>): string => {
	const asked = Object.entries(query).map(([name, value]) => `${name}=${String(value)}`);
	return asked.length ? `${path}?${asked.join('&')}` : path;
};

/** A store that has every record it is asked for, named as it was asked for: alone, or in a list of one. */
export const echoing = (): ServiceDouble =>
	new ServiceDouble(({ path, query }) => {
		const [filter] = Object.keys(query);
		const named = filter === undefined ? (path.split('/').at(-1) ?? '') : String(query[filter]);
		const [, variant] = /\/records\/(\d+)\//.exec(path) ?? [];
		const record = { id: named, ...(filter && { [filter.replace(':in', '')]: named }), variant_id: variant };
		if (path.startsWith('/v2/')) return ok(record);
		return v3(filter === undefined ? record : [record]);
	});
