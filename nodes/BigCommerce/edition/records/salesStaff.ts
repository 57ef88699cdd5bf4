import { seconds, text } from '../../../shared/record/field';
import { WHOLE_ID } from '../../../shared/record/locator';
import * as is from '../../../shared/shape';
import type { B2bRecord } from './b2bRecord';

/** BigCommerce reference 13.8; the list and one alone call the name differently. */
export const salesStaff = {
	one: 'sales staff account',
	words: 'sales staff accounts',
	path: '/sales-staffs',
	properties: {
		id: is.whole,
		email: is.text,
		salesRepName: is.text,
		name: is.text,
		roleName: is.text,
		companyCount: is.whole,
		phoneNumber: is.text,
		assignedCompanies: is.list(
			is.object({
				id: is.whole,
				companyName: is.text,
				bcId: is.either(is.text, is.whole),
				bcGroupName: is.text,
				assignedAt: is.text,
			}),
		),
	},
	locator: {
		name: 'salesStaffId',
		label: 'Sales Staff',
		description: 'The account to work on',
		search: 'searchSalesStaff',
		like: '20135',
		format: WHOLE_ID,
		named: ({ salesRepName, email }) => `${salesRepName} (${email})`,
	},
	filters: {
		companyId: text('Company ID', '', { like: '801' }),
		minModified: seconds('Modified After', ''),
	},
	sort: ['email', 'updated_at'],
} satisfies B2bRecord;
