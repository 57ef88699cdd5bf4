import { dated } from '../../../shared/record/dates';

/** The times of B2B Edition, which are Unix seconds, of companies as text (BigCommerce reference 13.1, 13.2; invoices 13.7, sales staff 13.8, messages of a quote 13.6). */
export const editionDates = dated({
	assignedAt: 'seconds',
	createdAt: 'seconds',
	dueDate: 'seconds',
	expiredAt: 'seconds',
	issuedAt: 'seconds',
	orderDate: 'seconds',
	'trackingHistory.date': 'seconds',
	updatedAt: 'seconds',
});
