import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { compareNames } from '../../shared/compareNames';
import { CASE_LISTS } from '../records/caseLists';
import { caseItem } from '../records/caseItem';
import { readCase, type Case } from '../transport/cases';
import { INFERRED } from '../transport/inferred';
import { deployedModels } from '../transport/models';
import { modelVersions, readVersion } from '../transport/modelVersions';
import { hasId } from '../transport/replies';
import { sortedIfKnown } from '../transport/sorting';
import { readTask } from '../transport/tasks';
import { WorkflowClient } from '../transport/WorkflowClient';

export { searchAttachments } from './searchAttachments';
export { searchComments } from './searchComments';
export { searchExecutions } from './searchExecutions';
export { searchOutcomes } from './searchOutcomes';

/** How many rows are shown at a time. */
const SHOWN = 50;

/**
 * One screen of a list.
 *
 * @param token how many rows were shown before it, as text
 * @param read gives the first rows of the list, so many at most
 */
async function screen<Row>(
	token: string,
	read: (limit: number) => Promise<Row[]>,
	itemOf: (row: Row) => INodeListSearchItems,
): Promise<INodeListSearchResult> {
	const from = Number(token);
	const rows = await read(from + SHOWN + 1);
	const more = rows.length > from + SHOWN;
	return {
		results: rows.slice(from, from + SHOWN).map(itemOf),
		...(more && { paginationToken: String(from + SHOWN) }),
	};
}

/** A business key is written without blanks, most of all a link key; anything else is looked for in names. */
const isKey = (text: string): boolean => /^\S*:\S*$/.test(text);

const around = (text: string): string => `%${text}%`;

/** What a person would know it by; what is not there is left out. */
const labelled = (...parts: unknown[]): string => parts.filter(Boolean).map(String).join(' – ');

/**
 * Cases for the resource locator, the running ones first, each kind from the newest on.
 *
 * @param filter part of a name in any case, or of a business key; a running case is found by its whole key only (reference 4.2, P2)
 * @param paginationToken how many were shown already, as text
 */
export async function searchCases(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '0',
): Promise<INodeListSearchResult> {
	const client = new WorkflowClient(this);
	const text = filter.trim();
	const { running, ended } = CASE_LISTS;
	const read = async (
		{ base, path, query }: typeof running,
		asked: Readonly<Record<string, string | undefined>>,
		limit: number,
	): Promise<Case[]> => {
		if (limit <= 0) return [];
		const list = { base, path, subject: 'the list of cases', isRow: hasId };
		const rows = await sortedIfKnown(
			INFERRED.historySort.caseStart,
			'desc',
			async (extra) =>
				await client.list({ ...list, query: { ...query, ...(text && asked), ...extra } }, limit),
		);
		return rows.map(readCase);
	};
	return await screen(
		paginationToken,
		async (limit) => {
			const open = isKey(text) ? { businessKey: text } : { nameLikeIgnoreCase: around(text) };
			const over = isKey(text)
				? { businessKeyLike: around(text) }
				: { processInstanceNameLikeIgnoreCase: around(text) };
			const first = await read(running, open, limit);
			return [...first, ...(await read(ended, over, limit - first.length))];
		},
		(row) => {
			const { caseId, name, businessKey, modelKey, ended: isOver } = caseItem(row);
			return {
				name: labelled(name ?? modelKey, businessKey, isOver ? 'ended' : 'running'),
				value: String(caseId),
			};
		},
	);
}

/**
 * Open tasks for the resource locator, the newest first.
 *
 * @param filter part of the task's name, or of the business key of its case
 * @param paginationToken how many were shown already, as text
 */
export async function searchTasks(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '0',
): Promise<INodeListSearchResult> {
	const text = filter.trim();
	const query = {
		sort: 'createTime',
		order: 'desc',
		...(text && { [isKey(text) ? 'processInstanceBusinessKeyLike' : 'nameLike']: around(text) }),
	};
	const client = new WorkflowClient(this);
	return await screen(
		paginationToken,
		async (limit) => {
			const list = {
				base: 'runtime',
				path: '/tasks',
				query,
				subject: 'the list of tasks',
				isRow: hasId,
			} as const;
			return (await client.list(list, limit)).map(readTask);
		},
		({ id, name, assignee, createTime, processInstanceId }) => {
			const day = createTime?.slice(0, 10);
			return {
				name: labelled(name ?? 'Task', assignee ?? 'unclaimed', day, `case ${String(processInstanceId)}`),
				value: id,
			};
		},
	);
}

/**
 * Deployed process models for the resource locator, the latest version of each.
 *
 * @param filter part of a name or key, in any case
 */
export async function searchModels(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const models = await deployedModels(new WorkflowClient(this), { lenient: true });
	const wanted = filter.trim().toLowerCase();
	return {
		results: models
			.map(({ key, name }) => ({ name: `${name} (${key})`, value: key }))
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.sort((a, b) => compareNames(a.name, b.name)),
	};
}

/**
 * Versions of process models for the resource locator, by name and from the newest on.
 *
 * @param filter part of a name or key, in any case
 */
export async function searchModelVersions(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	const versions = (await modelVersions(new WorkflowClient(this), {})).map(readVersion);
	return {
		results: versions
			.sort((a, b) => compareNames(a.name ?? a.key, b.name ?? b.key) || (b.version ?? 0) - (a.version ?? 0))
			.map(({ id, key, name = key, version }) => ({
				name: `${name} (${key}) – version ${String(version ?? 'unknown')}`,
				value: id,
			}))
			.filter(({ name }) => name.toLowerCase().includes(wanted)),
	};
}
