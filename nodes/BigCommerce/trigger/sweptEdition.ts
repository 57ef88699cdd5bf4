import { fieldsIn, type Given } from '../../shared/record/given';
import * as is from '../../shared/shape';
import { company } from '../edition/records/company';
import { companyUser } from '../edition/records/companyUser';
import { sorted, type B2bRecord } from '../edition/records/b2bRecord';
import { editionDates } from '../edition/records/dates';
import { quote } from '../edition/records/quote';
import { PAGE_SIZE, type B2bClient } from '../edition/transport/B2bClient';
import type { StoreClient } from '../transport/StoreClient';
import { faultOf, readOf } from './edition';
import { recordIn, type SweptKind, type SweptSource } from './sweptKind';

/** A record of B2B Edition whose list is filtered by time. */
interface EditionKind extends SweptKind {
	record: B2bRecord;
	/** Whether the list can be sorted by the last change. */
	isSorted?: true;
	/** What is no event yet. */
	isUntold?(row: Given): boolean;
}

const TIMES = { made: 'createdAt', changed: 'updatedAt' };

/** The company that something belongs to. */
const companyIn = (given: Given) => ({ company_id: fieldsIn({ companyId: is.whole }, given).companyId });

/** Only staff see it: no event tells of one (reference 12.5). Once it is sent it changes, and is told as changed: when it was made says nothing of that. */
const DRAFT = 7;

/**
 * BigCommerce reference 13.2, 13.4 and 13.6. Addresses are filtered by time too, but show none, so that nothing tells where the next sweep begins; of super admins nobody says that
 * their events name them as their list does. Orders of B2B Edition, sales staff, invoices, credit and payment terms have no events (reference 12.4, 12.5); orders are swept in the store.
 */
export const EDITION_KINDS: readonly EditionKind[] = [
	{
		name: 'company',
		words: 'companies',
		object: 'company',
		changes: ['statusUpdated', 'updated'],
		status: 'companyStatus',
		named: 'company_id',
		data: ({ id }) => ({ company_id: id }),
		fields: { ...TIMES, id: 'companyId' },
		record: company,
		isSorted: true,
	},
	{
		name: 'companyUser',
		words: 'company users',
		object: 'company/user',
		changes: ['updated'],
		named: 'user_id',
		data: ({ id, given }) => ({ ...companyIn(given), user_id: id }),
		fields: { ...TIMES, id: 'id' },
		record: companyUser,
	},
	{
		name: 'quote',
		words: 'quotes',
		object: 'quote',
		changes: ['statusUpdated', 'updated'],
		status: 'status',
		named: 'quote_id',
		data: ({ id }) => ({ quote_id: id }),
		fields: { ...TIMES, id: 'quoteId' },
		record: quote,
		isSorted: true,
		isUntold: (row) => fieldsIn({ status: is.whole }, row).status === DRAFT,
	},
];

/** Of users and quotes the filter gives what changed after its second, of companies in it as well (reference 13.1; user.yaml, quote.yaml, company.yaml, `minModified`): the second before it gives both. */
const secondBefore = (at: number): number => Math.max(Math.floor(at / 1000) - 1, 0);

/** What reads the changes of one kind; the record is read as for an event, so that both tell the same. */
export function inEdition(
	client: StoreClient,
	edition: B2bClient,
	{ record, isSorted, isUntold = () => false, ...kind }: EditionKind,
): SweptSource {
	const { path, idField, rows, paging, hidesExtraFields } = record;
	const shape = { path, idField, rows, paging, subject: `the list of ${kind.words}` };
	return {
		kind,
		list: {
			async *pages(query) {
				const fault = await faultOf(client, edition);
				if (fault) throw fault;
				yield* edition.pages({ ...shape, query });
			},
			pageSize: PAGE_SIZE,
			since: (at) => ({
				minModified: secondBefore(at),
				...(hidesExtraFields && { isIncludeExtraFields: '1' }),
			}),
			oldestFirst: isSorted && sorted(record, { by: 'updatedAt', direction: 'asc' }),
			rowsOf: (found) =>
				found.filter((row) => !isUntold(row)).map((row) => recordIn(kind, editionDates({ ...row }))),
			keyOf: ({ id }) => String(id),
		},
		whole: async ({ id, date_created: made }) =>
			await readOf(edition, record, String(id), made === undefined ? undefined : new Date(made)),
	};
}
