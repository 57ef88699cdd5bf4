import type { ProcessSource } from '../source';

import { b2bCreditOnboarding } from './b2bCreditOnboarding';
import { customerComplaint } from './customerComplaint';
import { orderDocuments } from './orderDocuments';
import { orderRiskReview } from './orderRiskReview';
import { productContentApproval } from './productContentApproval';
import { returnsAndRefunds } from './returnsAndRefunds';
import { specialPricingApproval } from './specialPricingApproval';
import { stockException } from './stockException';

/** Every process model of this package, in the order of the templates that ask by it. */
export const SOURCES: readonly ProcessSource[] = [
	orderRiskReview,
	returnsAndRefunds,
	productContentApproval,
	stockException,
	b2bCreditOnboarding,
	customerComplaint,
	specialPricingApproval,
	orderDocuments,
];
