import type { IDataObject } from 'n8n-workflow';
import { areRows, bodyKind, givesIf, isNamed, isNoBody, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { endOf, type NamedEnd } from './anyPath';
import { accepted, list } from './dialect';
import { isEnvelope, rowsOf } from './envelope';

const isList = list({});

/** What names the record that a path ends in (reference 4.1). */
const NAMED_BY = { record: 'id', variable: 'name' } as const;

const isAskedFor = (body: unknown, end: NamedEnd): boolean => isNamed(body, NAMED_BY[end.kind], end.name);

/** What any path gives that is read: as far as its end tells, no page of a gateway is taken for it. */
export function readOf(path: string): Gives {
	const end = endOf(path);
	if (end.kind === 'list') return isList;
	return givesIf(({ body }) => {
		if (end.kind !== 'other') return isAskedFor(body, end);
		return areRows(body) || (isRecord(body) && isEnvelope(body));
	});
}

/** Lists in which a POST makes a record, and answers with it (reference 4.1). */
const MAKES: ReadonlySet<string> = new Set([
	'attachments',
	'comments',
	'models',
	'process-instances',
	'tasks',
]);

/** One variable, or those that were created (reference 4.3). */
const areVariables = (body: unknown): boolean => [body, ...rowsOf(body)].some((row) => isNamed(row, 'name'));

/** The words of a refusal, whatever its status (reference 3.7). A comment has a `message` as well. */
const isRefusal = (body: unknown): boolean =>
	isRecord(body) && !isNamed(body, 'id') && (body.exception !== undefined || body.fault !== undefined);

/** What any path gives that is changed: a record where one is made, else what it likes, since an empty answer is normal after actions and removals (reference 3.8). */
export function changeOf(method: string, path: string): Gives {
	const end = endOf(path);
	if (method === 'POST' && end.kind === 'list') {
		if (MAKES.has(end.name)) return givesIf(({ body }) => isNamed(body, 'id'));
		if (end.name === 'variables') return givesIf(({ body }) => areVariables(body));
	}
	if (method === 'PUT' && (end.kind === 'record' || end.kind === 'variable')) {
		return givesIf(({ body }) => isNoBody(body) || isAskedFor(body, end));
	}
	return (reply) => {
		if (areRows(reply.body)) return undefined;
		return isRefusal(reply.body) ? bodyKind(reply.body) : accepted(reply);
	};
}

const hasName = (body: IDataObject): boolean => isNamed(body, 'id') || isNamed(body, 'name');

/** What stands in a good answer: the record, or the rows without their envelope (reference 3.2). */
export function insideOf(path: string, body: unknown): IDataObject | IDataObject[] {
	const rows = rowsOf(body);
	if (!isRecord(body)) return rows;
	const isEmptyList = endOf(path).kind === 'list' && !hasName(body);
	return isEmptyList || (rows.length > 0 && !hasName(body)) ? rows : body;
}
