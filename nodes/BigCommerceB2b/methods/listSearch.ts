import { searchesBy, type Searched } from '../../shared/record/searchOf';
import { attachmentList } from '../../BigCommerce/edition/records/attachment';
import { company } from '../../BigCommerce/edition/records/company';
import { companyAddress } from '../../BigCommerce/edition/records/companyAddress';
import { companyUser } from '../../BigCommerce/edition/records/companyUser';
import { invoice } from '../../BigCommerce/edition/records/invoice';
import { order } from '../../BigCommerce/edition/records/order';
import { quote } from '../../BigCommerce/edition/records/quote';
import { salesStaff } from '../../BigCommerce/edition/records/salesStaff';
import type { B2bList, B2bLocator } from '../../BigCommerce/edition/records/b2bRecord';
import { filesAt } from '../../BigCommerce/edition/transport/attachments';
import { B2bClient } from '../../BigCommerce/edition/transport/B2bClient';

/** What a list search knows of a record. */
type B2bSearched = Omit<Searched, 'locator'> &
	Pick<B2bList, 'words' | 'idField' | 'isUnpaged' | 'rows' | 'paging'> & { locator: B2bLocator };

const searchOf = searchesBy<B2bSearched>(
	async (functions, { path, query, words, idField, isUnpaged, rows, paging }, page, size) =>
		await new B2bClient(functions).page(
			{ path, query, idField, isUnpaged, rows, paging, subject: `the list of ${words}` },
			(page - 1) * size,
			size,
		),
);

export const searchCompanies = searchOf(company);

export const searchCompanyAddresses = searchOf(companyAddress);

export const searchCompanyUsers = searchOf(companyUser);

export const searchQuotes = searchOf(quote);

export const searchInvoices = searchOf(invoice);

export const searchOrders = searchOf(order);

export const searchSalesStaff = searchOf(salesStaff);

export const searchAttachments = searchesBy<typeof attachmentList>(async (functions, { path }) => ({
	rows: await filesAt(new B2bClient(functions), { path, subject: 'the attachments of the company' }),
	more: false,
}))(attachmentList);
