import { isMarkedOtherwise, marked } from '../../../../../nodes/BigCommerce/records/decisionMark';
import { wishOf } from '../../../../../nodes/shared/onceWish';

const DECISION = 'abc123:order:7:return:1';
const MUG = wishOf({ lines: ['MUG'] }, 'MUG 1');
const POT = wishOf({ lines: ['POT'] }, 'POT 1');

describe('the mark of a decision', () => {
	it('stands behind the text, which is cut where there is no room for both', () => {
		const whole = marked('Damaged on arrival', 100, MUG, DECISION);
		expect(whole).toMatch(/^Damaged on arrival \[abc123:order:7:return:1\] #[0-9a-f]{8}$/);
		const cut = marked('Damaged on arrival', 43, MUG, DECISION);
		expect(cut).toMatch(/^Damaged \[abc123:order:7:return:1\] #[0-9a-f]{8}$/);
		expect(marked('Damaged', 45, MUG)).toBe('Damaged');
	});

	it.each<[string, string, boolean]>([
		['what is wanted', marked('', 100, MUG, DECISION), false],
		['something else', marked('', 100, POT, DECISION), true],
		['nothing, as it was before', `Damaged [${DECISION}]`, false],
		['another round', marked('', 100, POT, `${DECISION}2`), false],
		['no decision', 'Damaged #12345678', false],
	])('tells what was wanted: %s', (_what, text, isOther) => {
		expect(isMarkedOtherwise(text, MUG, DECISION)).toBe(isOther);
	});
});
