import { COMPANIES } from './companies';
import { COMPLAINTS } from './complaints';
import { CONTENT } from './content';
import { PAPERS } from './papers';
import { PRICES } from './prices';
import { RETURNS } from './returns';
import { STOCK } from './stock';
import type { Story } from './story';

const RISKS: readonly Story[] = [
	{ model: 'order_risk_review', steps: [['reviewOrder', 'approved']], end: 'endApproved' },
	{ model: 'order_risk_review', steps: [['reviewOrder', 'rejected']], end: 'endRejected' },
];

/** Ways through the process models: every flow of each lies on one, but those that all reviews have alike. */
export const STORIES: readonly Story[] = [
	...RISKS,
	...RETURNS,
	...CONTENT,
	...STOCK,
	...COMPANIES,
	...COMPLAINTS,
	...PRICES,
	...PAPERS,
];
