import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { askedChange, changedValues, clearableFieldsOf } from '../../../../../nodes/shared/record/changed';
import { text, time } from '../../../../../nodes/shared/record/field';
import type { Written } from '../../../../../nodes/shared/record/written';
import { executeFunctions, loadOptionsFunctions } from '../../../support/contexts';
import { answering } from '../../../support/serviceDouble';

const RECORD: Written = {
	one: 'thing',
	required: { name: text('Name') },
	further: { note: text('Note'), ends_at: time('Ends At') },
	onlyNew: {},
	clearable: ['note', 'ends_at'],
};

const changed = (item: IDataObject, record = RECORD) =>
	changedValues(new ItemRun(executeFunctions({ items: [item] }), 0), record);

describe('what an Update empties', () => {
	it('is sent as a text without letters, or a time that is none', () => {
		expect(changed({ updateFields: { name: 'New' }, clear: ['ends_at', 'note'] })).toEqual({
			name: 'New',
			note: '',
			ends_at: null,
		});
		expect(changed({ updateFields: {}, clear: 'note' })).toEqual({ note: '' });
	});

	it('is nothing that was left blank: an expression may have come to nothing', () => {
		expect(changed({ updateFields: { name: 'New', note: '' } })).toEqual({ name: 'New' });
		expect(() => changed({ updateFields: { note: '' }, clear: [] })).toThrow(/^Item 1: Nothing to change/);
	});

	it.each([
		[{ updateFields: { note: 'Kept' }, clear: ['note'] }, /^Item 1: Note is given, and stands under Clear/],
		[{ updateFields: {}, clear: ['name'] }, /^Item 1: Clear has no choice "name"/],
	])('is nothing else: %j', (item, refusal) => {
		expect(() => changed(item)).toThrow(refusal);
	});

	it('is not asked where the vendor takes nothing empty', () => {
		const record = omit(RECORD, 'clearable');
		expect(askedChange(record).map(({ name }) => name)).toEqual(['updateFields']);
		expect(changed({ updateFields: { note: 'New' }, clear: ['ends_at'] }, record)).toEqual({ note: 'New' });
	});

	it('is chosen from what the record can empty', async () => {
		const list = async (resource: string) => {
			const functions = loadOptionsFunctions(answering({}));
			Object.assign(functions, { getCurrentNodeParameter: () => resource });
			return await clearableFieldsOf({ thing: RECORD }).call(functions);
		};
		expect(await list('thing')).toEqual([
			{ name: 'Note', value: 'note' },
			{ name: 'Ends At', value: 'ends_at' },
		]);
		expect(await list('other')).toEqual([]);
	});
});
