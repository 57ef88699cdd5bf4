import type { INodeProperties } from 'n8n-workflow';
import { writtenFile } from '../../../shared/files/writtenFile';
import { OutputItem, type Operation } from '../../../shared/operation';
import { list, object, text } from '../../../shared/shape';
import { TRAIL_FILES } from '../../records/auditFile';
import { AUDITED, AUDIT_ENTRY, auditTrail, type CaseHistory } from '../../records/auditTrail';
import { caseItem } from '../../records/caseItem';
import type { Case } from '../../transport/cases';
import { commentsOf, type Comment } from '../../transport/comments';
import {
	activitiesOf,
	casesCalledBy,
	readActivity,
	tasksAround,
	type Activity,
} from '../../transport/history';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator, caseOfItem } from '../case/caseFields';

/** Where the file of an item stands. */
const FILE_FIELD = 'data';

const AS: INodeProperties = {
	displayName: 'Give It As',
	name: 'as',
	type: 'options',
	options: [
		{ name: 'CSV File', value: 'csv' },
		{ name: 'Items', value: 'items' },
		{ name: 'JSON File', value: 'json' },
	],
	default: 'items',
	description: 'A file comes with its hash in one item, which holds all entries as well',
};

export const getAuditTrail: Operation<WorkflowClient> = {
	option: {
		name: 'Get Audit Trail',
		value: 'getAuditTrail',
		description: 'Retrieve everything that happened to a case, in order: people, tasks, comments, steps',
		action: 'Get the audit trail of a case',
	},
	effect: 'read',
	output: object({ ...AUDITED, entries: list(AUDIT_ENTRY), fileName: text, sha256: text }),
	fields: [caseLocator, AS],
	async execute(run, client) {
		const as = run.text('as', 'items');
		if (as !== 'items' && !Object.hasOwn(TRAIL_FILES, as)) {
			throw run.refuse({ what: `Give It As has no choice "${as}"`, next: 'Choose one from the list.' });
		}
		const found = await caseOfItem(run, client);
		const called = await casesCalledBy(client, found.id);
		const entries = auditTrail({
			found,
			called,
			tasks: await tasksAround(client, found),
			...(await ofCases(client, [found, ...called])),
		});
		if (as === 'items') return entries.map((entry) => ({ ...entry }));
		const { mimeType, write } = TRAIL_FILES[as];
		const about = caseItem(found);
		const { binary, fileName, sha256 } = await writtenFile(
			run,
			write(about, entries),
			`case-${found.id}-audit-trail.${as}`,
			mimeType,
		);
		const { caseId } = about;
		return new OutputItem(
			{ caseId, entries: entries.map((entry) => ({ ...entry })), fileName, sha256 },
			{ [FILE_FIELD]: binary },
		);
	},
};

/** What was said about each case and which steps it took; of a service that tells no steps, none. */
async function ofCases(
	client: WorkflowClient,
	cases: readonly Case[],
): Promise<Pick<CaseHistory, 'activities' | 'comments'>> {
	const comments: Comment[] = [];
	const activities: Activity[] = [];
	for (const { id, ended } of cases) {
		const said = await commentsOf(client, { kind: 'case', id, ended });
		comments.push(...said.map((one) => ({ processInstanceId: id, ...one })));
		const taken = (await activitiesOf(client, id)) ?? [];
		activities.push(...taken.map((row) => ({ processInstanceId: id, ...readActivity(row) })));
	}
	return { comments, activities };
}
