import { lacking, README } from './support/lacking';
import { operationsOf, type Walked } from './support/walked';

/** An operation that stands, or the same as somebody adds it under another name. */
const walkedOver = (changes: Partial<Walked> = {}): Walked => {
	const [first] = operationsOf('BigCommerce');
	return { ...first, ...changes };
};

const isNew = ({ declared }: Walked): Pick<Walked, 'declared'> => ({
	declared: { ...declared, option: { ...declared.option, name: 'Merge', value: 'merge' } },
});

describe('what the walk says of a new operation', () => {
	it('is nothing while it has what it needs', () => {
		expect(lacking(walkedOver())).toEqual([]);
	});

	it('is where to write its case', () => {
		const { operation, caseFile, nodeName, resourceName, declared } = walkedOver();
		expect(lacking(walkedOver({ entry: undefined }))).toEqual([
			`${nodeName}, ${resourceName}: ${declared.option.name} has no case: write under "${operation}" in ${caseFile} how it is run`,
		]);
	});

	it('is how it comes into the README, even when another resource has one of its name', () => {
		const added = walkedOver(isNew(walkedOver()));
		const elsewhere = `${README}\n| ${added.nodeName} | Elsewhere | Merge |\n`;
		const sentence = `${added.nodeName}, ${added.resourceName}: Merge is not in the README: run npm run docs`;
		expect(lacking(added, elsewhere)).toEqual([sentence]);
	});

	it('is everything at once', () => {
		const added = walkedOver({ ...isNew(walkedOver()), entry: undefined });
		expect(lacking(added)).toHaveLength(2);
	});
});
