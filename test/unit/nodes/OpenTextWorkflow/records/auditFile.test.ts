import type { IDataObject } from 'n8n-workflow';
import { caseItem } from '../../../../../nodes/OpenTextWorkflow/records/caseItem';
import { TRAIL_FILES } from '../../../../../nodes/OpenTextWorkflow/records/auditFile';
import { readCase } from '../../../../../nodes/OpenTextWorkflow/transport/cases';

const ended: IDataObject = { id: 'c1', endTime: '2026-11-22T11:00:00.000Z' };

const about = caseItem(readCase(ended));

const entry = (details: string | null) => ({
	order: 1,
	at: '2026-11-22T10:00:00.000Z',
	event: 'commentAdded' as const,
	caseId: 'c1',
	taskId: null,
	name: null,
	by: 'rita',
	details,
});

describe('the file of a trail', () => {
	it.each([
		['plain', 'plain'],
		[null, ''],
		['a, b', '"a, b"'],
		['say "no"', '"say ""no"""'],
		['two\nlines', '"two\nlines"'],
		['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
		['+1', "'+1"],
		['-1', "'-1"],
		['@SUM', "'@SUM"],
	])('writes %j as a cell of CSV', (details, cell) => {
		const [head, line] = TRAIL_FILES.csv.write(about, [entry(details)]).split('\r\n');
		expect(head).toBe('\uFEFForder,at,event,caseId,taskId,name,by,details');
		expect(line).toBe(`1,2026-11-22T10:00:00.000Z,commentAdded,c1,,,rita,${cell}`);
	});

	it('writes the case and its entries as JSON', () => {
		const { case: told, entries } = JSON.parse(TRAIL_FILES.json.write(about, [entry('x')]));
		expect(told).toMatchObject({ caseId: 'c1' });
		expect(entries).toEqual([entry('x')]);
	});
});
