import fc from 'fast-check';
import {
	actingLines,
	findPeople,
	hasSigned,
	personLabel,
	type Person,
} from '../../../../../nodes/OpenTextCoreSignature/records/people';

const FAMILY = 'family@example.com';

const line = (name: string, order: number, state = 'signed', email = FAMILY) => ({
	email,
	name,
	order,
	role: 'signer' as const,
	state,
});

type Line = ReturnType<typeof line>;

const [ANN, BOB] = [line('Ann', 1), line('Bob', 2)];
const WAITING_BOB = line('Bob', 2, 'invited');

describe('people who share an address', () => {
	it.each<[string, Person[], Line[], Array<string | undefined>]>([
		['are told apart by name', [{ email: FAMILY, name: 'Bob' }], [ANN, BOB], ['Bob']],
		[
			'are told apart by name, however it is written',
			[{ email: 'Family@Example.com', name: ' bob ' }],
			[ANN, BOB],
			['Bob'],
		],
		['are told apart by order where no name is known', [{ email: FAMILY, order: 2 }], [ANN, BOB], ['Bob']],
		['must both be there', [{ email: FAMILY }, { email: FAMILY }], [ANN, BOB], ['Ann', 'Bob']],
		['are not made up for by one of them', [{ email: FAMILY }, { email: FAMILY }], [ANN], ['Ann', undefined]],
		['are not made up for by who signed', [{ email: FAMILY, name: 'Bob' }], [ANN, WAITING_BOB], [undefined]],
		[
			'are not made up for by who signed, also with two asked',
			[
				{ email: FAMILY, name: 'Ann' },
				{ email: FAMILY, name: 'Bob' },
			],
			[ANN, WAITING_BOB],
			['Ann', undefined],
		],
		[
			'find their places whatever is asked first',
			[{ email: FAMILY }, { email: FAMILY, name: 'Ann' }],
			[ANN, BOB],
			['Bob', 'Ann'],
		],
		[
			'may be called otherwise by the service when all of them signed',
			[
				{ email: FAMILY, name: 'Robert' },
				{ email: FAMILY, name: 'Ann' },
			],
			[ANN, BOB],
			['Bob', 'Ann'],
		],
		[
			'may not be called otherwise while one has to sign',
			[{ email: FAMILY, name: 'Robert' }],
			[ANN, WAITING_BOB],
			[undefined],
		],
	])('%s', (_rule, people, lines, names) => {
		expect(findPeople(people, lines, hasSigned).map((found) => found?.name)).toEqual(names);
	});
});

describe('somebody', () => {
	it.each<[string, Person, Line[], string | undefined]>([
		[
			'with an address of their own may be called otherwise',
			{ email: 'ann@example.com', name: 'Ann' },
			[line('A. Li', 1, 'signed', 'ANN@example.com')],
			'A. Li',
		],
		['without an address is found by name', { name: 'Ann' }, [ANN, BOB], 'Ann'],
		['with an empty address is found by name', { email: '', name: 'Bob' }, [ANN, BOB], 'Bob'],
		['who is not there is not found', { email: 'eve@example.com' }, [ANN, BOB], undefined],
		['of another name and no address is not found', { name: 'Eve' }, [ANN, BOB], undefined],
	])('%s', (_rule, person, lines, name) => {
		expect(findPeople([person], lines)[0]?.name).toBe(name);
	});

	it('is called by name, else by position, never by address', () => {
		expect(personLabel({ name: 'Ann', email: FAMILY }, 0)).toBe('"Ann"');
		expect(personLabel({ email: FAMILY }, 1)).toBe('number 2');
		expect(personLabel({ name: 'ann@example.com' }, 0)).not.toContain('ann@');
	});
});

it('of whatever people, no signer stands for two, and all are found among themselves', () => {
	const person = fc.record({
		email: fc.constantFrom(FAMILY, 'ann@example.com', 'bob@example.com'),
		name: fc.constantFrom('Ann', 'Bob', 'Eve'),
		order: fc.integer({ min: 1, max: 3 }),
	});
	fc.assert(
		fc.property(fc.array(person, { maxLength: 6 }), (people) => {
			const lines = people.map(({ email, name, order }) => line(name, order, 'signed', email));
			const found = findPeople(people, lines, hasSigned);
			expect(found).not.toContain(undefined);
			expect(new Set(found).size).toBe(people.length);
		}),
	);
});

it('those who act are signers and approvers', () => {
	const roles = (['sender', 'signer', 'approver', 'copy', 'watcher'] as const).map((role) => ({ role }));
	expect(actingLines(roles)).toEqual([{ role: 'signer' }, { role: 'approver' }]);
});
