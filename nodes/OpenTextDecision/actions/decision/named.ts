import type { ItemRun } from '../../../shared/itemRun';
import { partLength, partOf, TELLING_LENGTH } from '../../../shared/linkKey';
import type { About } from './about';

/** A purpose is a namespace of the store, which finds all rounds of one by it (decisions page, section 1). */
const PURPOSE = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** @throws NodeOperationError when it is no purpose */
export function purposeOf(run: ItemRun): string {
	const purpose = run.requiredText('purpose', 'Purpose');
	if (PURPOSE.test(purpose)) return purpose;
	throw run.refuse({
		what: `Purpose must be 1 to 40 small letters, digits and hyphens, but it is "${purpose}"`,
		next: 'Write it for example as risk-review.',
	});
}

/** @returns undefined for the object as a whole @throws NodeOperationError when nothing of it can stand in a key */
export function partOfItem(run: ItemRun, name: string, { type, objectId }: About): string | undefined {
	const text = run.text(name);
	const object = { objectType: type.value, objectId };
	const part = partOf(text, object);
	if (!text || part !== undefined) return part;
	if (partLength(object) < TELLING_LENGTH) {
		throw run.refuse({
			what: `The key of a question about ${type.one} "${objectId}" has no room for part "${text}"`,
			next: 'Shorten Part or leave it empty, and tell the questions apart by their purposes.',
		});
	}
	throw run.refuse({
		what: `Part has no letter or digit, but it is "${text}"`,
		next: 'Enter what tells the questions apart, for example a SKU.',
	});
}
