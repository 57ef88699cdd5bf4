/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { textOf } from '../../sandbox/workflow/model/elements';
import { readModel, type ProcessModel } from '../../sandbox/workflow/model/readModel';

const FILE = join(__dirname, '../../../workflows-templates/processes/order-risk-review.bpmn20.xml');
const xml = readFileSync(FILE, 'utf8');

describe('the process model file of the order risk review', () => {
	let model: ProcessModel;
	beforeAll(async () => {
		model = await readModel(xml);
	});

	it('is executable under its key and name', () => {
		expect(model).toMatchObject({ key: 'order_risk_review', name: 'Order Risk Review', hasNoneStart: true });
	});

	it('never leads to the release by default: only the outcome "approved" does', () => {
		const toApproved = model.flows.filter(({ targetId }) => targetId === 'endApproved');
		expect(toApproved.map(({ condition }) => condition)).toEqual(['${reviewOrderOutcome == "approved"}']);
		const fallback = model.flows.find(({ id }) => id === 'outcomeNotUnderstood');
		expect(fallback).toMatchObject({ isDefault: true, targetId: 'reviewOrderOverdue' });
		expect(model.flows.filter(({ isDefault }) => isDefault)).toHaveLength(1);
	});

	it('leads from the deadline to the escalated review and to nothing else', () => {
		const fromDeadline = model.flows.filter(({ sourceId }) => sourceId === 'reviewDeadlinePassed');
		expect(fromDeadline.map(({ targetId }) => targetId)).toEqual(['reviewOrderOverdue']);
	});

	it('gives every task a group, a due date, its outcomes and a variable for them', () => {
		const tasks = model.elements.filter(({ type }) => type === 'bpmn:UserTask');
		const read = tasks.map(({ id, behaviour }) =>
			[
				id,
				...['candidateGroups', 'dueDate', 'taskType', 'outcomeVariable', 'possibleOutcomes'].map((key) =>
					textOf(behaviour, key),
				),
			].join(' | '),
		);
		const decisions = 'Approve:approved,Reject:rejected,More Information:moreInformation';
		expect(read.sort()).toEqual([
			'collectInformation | ${serviceGroup} | P1D | approval | collectInformationOutcome | Ready:ready',
			`reviewOrder | \${reviewersGroup} | \${deadlineIn} | approval | reviewOrderOutcome | ${decisions}`,
			`reviewOrderOverdue | \${managersGroup} | P1D | approval | reviewOrderOutcome | ${decisions}`,
		]);
	});

	it('draws every element and every flow, so that it opens in a modeler', () => {
		for (const { id } of [...model.elements, ...model.flows]) {
			expect(xml).toContain(`bpmnElement="${id}"`);
		}
	});
});
