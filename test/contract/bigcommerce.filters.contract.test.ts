import { describeWithSpecs } from './describeWithSpecs';
import { askedBy } from './filters/asked';
import type { Asked } from './filters/asked';
import { describedFor, isAsked } from './filters/lacking';
import { LEFT_OUT } from './filters/leftOut';
import { listers } from './filters/listingNodes';
import type { Lister } from './filters/listingNodes';

const LISTERS = listers();

/** At most so many fields come out of a node as they are (n8n's rules for nodes): of a longer record, people choose with Simplify. */
const MOST_FIELDS = 10;

const named = ({ fields }: Lister, name: string) => fields.find((field) => field.name === name);

/** What is left out, as `list parameter`. */
const leftOut = LEFT_OUT.flatMap(({ parameters, lists }) =>
	lists.flatMap((list) => parameters.map((parameter) => `${list} ${parameter}`)),
);

describeWithSpecs('the lists that the nodes of BigCommerce read', (specs) => {
	const known = new Map<string, Array<Asked & { described: string[] }>>();

	/** What is asked of each list that an operation reads, and what its descriptions have. */
	const listsOf = async (lister: Lister) => {
		const read =
			known.get(lister.key) ??
			(await askedBy(lister)).map((asked) => {
				const { operations } = specs().find('GET', asked.path);
				return { ...asked, described: operations.flatMap((found) => describedFor(specs(), found)) };
			});
		known.set(lister.key, read);
		return read;
	};

	it.each(LISTERS.map((lister): [string, Lister] => [lister.title, lister]))(
		'%s offers everything that the description has, or leaves it out with a reason',
		async (title, lister) => {
			const lists = await listsOf(lister);
			expect(lists.length).toBeGreaterThan(0);
			const lacking = lists.flatMap((list) =>
				list.described
					.filter((parameter) => !isAsked(list, parameter))
					.filter((parameter) => !leftOut.includes(`${lister.key} ${parameter}`))
					.map((parameter) => `${title} does not offer ${parameter} of ${list.path}`),
			);
			expect(lacking).toEqual([]);
			for (const { path } of lists) {
				expect({ path, described: specs().find('GET', path).operations.length > 0 }).toEqual({
					path,
					described: true,
				});
			}
		},
	);

	it('leave out only what is described and not offered', async () => {
		const wrong: string[] = [];
		for (const one of leftOut) {
			const [key, parameter] = one.split(' ');
			const lister = LISTERS.find((each) => each.key === key);
			const lists = lister ? await listsOf(lister) : [];
			const described = lists.filter((list) => list.described.includes(parameter));
			if (!described.length) wrong.push(`${one} is left out, but no description has it`);
			else if (described.every((list) => isAsked(list, parameter))) {
				wrong.push(`${one} is left out, but offered`);
			}
		}
		expect(wrong).toEqual([]);
	});

	it('leave out nothing twice, and nothing without a reason', () => {
		expect(leftOut.filter((one, at) => leftOut.indexOf(one) !== at)).toEqual([]);
		expect(LEFT_OUT.filter(({ reason }) => reason.trim().length < 20)).toEqual([]);
	});

	it('are all of them, read whole or up to a limit, and simplified where a record is long', () => {
		expect(LISTERS.length).toBeGreaterThan(60);
		const wrong = LISTERS.filter(({ isGetMany }) => isGetMany).flatMap((lister) => {
			const { title, output } = lister;
			const isLong = Object.keys(output.properties ?? {}).length > MOST_FIELDS;
			return [
				...['returnAll', 'limit']
					.filter((name) => !named(lister, name))
					.map((name) => `${title}: no ${name}`),
				...(isLong && !named(lister, 'simplify') ? [`${title}: long, and no simplify`] : []),
			];
		});
		expect(wrong).toEqual([]);
	});
});
