import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { readAs, type Given } from '../../../../../nodes/shared/record/given';
import * as is from '../../../../../nodes/shared/shape';

const parcel = {
	properties: {
		id: is.whole,
		label: is.text,
		weight: is.amount,
		isFragile: is.flag,
		shelf: is.orNull(is.text),
		sender: is.object({ name: is.text, zip: is.text }),
		stops: is.list(is.object({ at: is.whole })),
		more: is.object(),
	},
};

const FITTING: IDataObject = {
	id: 7,
	label: 'Mugs',
	weight: 1.5,
	isFragile: true,
	shelf: null,
	sender: { name: 'Nathan', zip: '010' },
	stops: [{ at: 1 }],
	more: { any: ['thing'] },
};

describe('a record that is read by its table', () => {
	it('has the fields of the table, by their names', () => {
		expect(readAs(parcel, FITTING)).toEqual({ ...FITTING, given: FITTING });
	});

	/** What came from a service. */
	const came = (row: IDataObject): Given => row;

	it('has every field in the type that its shape says', () => {
		const { id = 0, label = '', isFragile = false, shelf = '', stops = [] } = readAs(parcel, FITTING);
		const typed: [number, string, boolean, string | null, number] = [
			id + 1,
			label.trim(),
			isFragile,
			shelf,
			stops.length,
		];
		expect(typed).toEqual([8, 'Mugs', true, null, 1]);
	});

	it.each([
		['a text for a yes or no', { isFragile: 'true' }],
		['a yes for a text', { label: true }],
		['nothing for a text', { label: null }],
		['a list for an object', { sender: [] }],
		['an object for a list', { stops: {} }],
		['a number with a fraction for a whole one', { id: 7.5 }],
		['a number that was rounded', { id: 2 ** 53 }],
		['a text with leading zeros for a number', { id: '007' }],
		['a text that is no number for a number', { weight: 'heavy' }],
	])('leaves out a field of another kind, and hides nothing else: %s', (_, wrong) => {
		const row: IDataObject = { ...FITTING, ...wrong };
		const [name] = Object.keys(wrong);
		const { given, ...fields } = readAs(parcel, row);
		expect(fields).toEqual(omit(FITTING, name));
		expect(given).toBe(row);
	});

	it('takes a number for its digits, and digits for the number: both mean the same', () => {
		expect(readAs(parcel, came({ id: '4711', label: 5 }))).toMatchObject({ id: 4711, label: '5' });
	});

	it('leaves digits alone where the vendor counts in texts', () => {
		expect(readAs(parcel, came({ label: '4711', sender: { zip: '010' } }))).toMatchObject({
			label: '4711',
			sender: { zip: '010' },
		});
	});

	it('looks into objects and lists', () => {
		const row: IDataObject = { sender: { name: true, zip: '1' }, stops: [{ at: '2' }, null, { at: 'x' }] };
		expect(readAs(parcel, row)).toEqual({
			sender: { zip: '1' },
			stops: [{ at: 2 }, {}],
			given: row,
		});
	});

	it('does not know what its table does not, and keeps it for the item', () => {
		const row: IDataObject = { id: 1, secret: 'kept' };
		expect(readAs(parcel, row)).toEqual({ id: 1, given: row });
	});

	it('goes to n8n as it came', () => {
		const row: Given = FITTING;
		const item: IDataObject = row;
		expect(item).toBe(FITTING);
	});
});
