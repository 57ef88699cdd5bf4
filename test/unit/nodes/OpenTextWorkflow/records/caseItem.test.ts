import type { IDataObject } from 'n8n-workflow';
import { caseItem } from '../../../../../nodes/OpenTextWorkflow/records/caseItem';
import { readCase } from '../../../../../nodes/OpenTextWorkflow/transport/cases';
import { ended, running } from '../../../support/workflow';

const item = (row: IDataObject) => caseItem(readCase(row));

describe('a case as an item', () => {
	it('tells how a running one stands', () => {
		expect(item(running('c1', 'k', { suspended: true }))).toEqual({
			caseId: 'c1',
			businessKey: 'k',
			name: 'Case c1',
			modelKey: 'order_risk_review',
			startedAt: '2026-11-22T10:00:00.000Z',
			startedBy: 'app',
			ended: false,
			endedAt: null,
			endActivityId: null,
			cancelled: false,
			suspended: true,
		});
	});

	it.each([
		[null, false],
		['', false],
		['terminate end event (endRejected)', false],
		['process instance deleted', true],
		['The order was cancelled', true],
	])(
		'tells by its delete reason %p whether it was cancelled from outside (reference 7.4.8)',
		(deleteReason, cancelled) => {
			expect(item(ended('c1', 'k', { deleteReason }))).toMatchObject({ ended: true, cancelled });
		},
	);

	it('does not claim to know what the history does not tell', () => {
		expect(item(ended('c1', 'k', { endTime: null }))).toMatchObject({ ended: false, suspended: null });
	});

	it('reads the model key from the definition id only where it is in it (reference 3.4)', () => {
		expect(item(ended('c1', 'k')).modelKey).toBe('order_risk_review');
		expect(item(ended('c1', 'k', { processDefinitionId: 'f8985abd-3391' })).modelKey).toBeNull();
	});
});
