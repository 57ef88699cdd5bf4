import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import sumBy from 'lodash/sumBy';
import type { Sandbox } from '../../sandbox/sandbox';

const size = (records: object) => Object.keys(records).length;

/** A turn that nobody could leave ends by itself, and is no effect. */
const isTurn = ({ namespace, key }: { namespace: string; key: string }): boolean =>
	namespace === 'opentext_once' && /^(refunding|telling)\./.test(key);

/** How much the three services hold of everything that an operation can make, end or remove. */
export function effectsIn({ bigCommerce, workflow, signature }: Sandbox): Record<string, number> {
	const store = bigCommerce.kept();
	const { cases } = workflow.kept();
	const { documents, mails } = signature.kept();
	const tasks = cases.flatMap((one) => one.tasks);
	return {
		...mapValues(store.collections, ({ records }) => size(records)),
		orders: size(store.orders),
		metafields: Object.values(store.metafields).filter((field) => !isTurn(field)).length,
		hooks: size(store.hooks),
		cases: cases.length,
		endedCases: cases.filter(({ endTime }) => endTime !== null).length,
		variables: sumBy(cases, ({ variables }) => variables.length),
		steps: sumBy(cases, ({ activities }) => activities.length),
		heldTasks: tasks.filter(({ assignee }) => assignee !== null).length,
		endedTasks: tasks.filter(({ endTime }) => endTime !== null).length,
		documents: size(documents),
		endedDocuments: Object.values(documents).filter(({ deleted, status }) => deleted || status === 'ca')
			.length,
		mails: mails.length,
	};
}

/** Everything that the services hold, as one text; not what they tell others of it, which goes on by itself. */
export const contentOf = ({ bigCommerce, workflow, signature }: Sandbox): string =>
	JSON.stringify([bigCommerce, workflow, signature].map((one) => omit(one.kept(), 'deliveries', 'events')));
