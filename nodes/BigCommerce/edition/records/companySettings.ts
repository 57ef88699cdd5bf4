import { amount, choice, flag, text } from '../../../shared/record/field';
import * as is from '../../../shared/shape';
import type { Fields } from '../../../shared/record/field';
import type { Properties } from '../../../shared/shape';

/** What a company has exactly one of: it is read and set, and has no id (BigCommerce reference 13.3). */
export interface CompanySettings {
	one: string;
	/** Below the company. */
	path: string;
	properties: Properties;
	/** What every answer tells. */
	told: readonly string[];
	further: Fields;
	/** What a change must say although it stays (reference 13.3). */
	restated?: readonly string[];
}

/** BigCommerce reference 13.3: what is left, not a limit, and without a history. */
export const companyCredit: CompanySettings = {
	one: 'credit',
	path: 'credit',
	properties: {
		creditEnabled: is.flag,
		creditCurrency: is.text,
		availableCredit: is.amount,
		limitPurchases: is.flag,
		creditHold: is.flag,
	},
	told: ['creditEnabled'],
	further: {
		availableCredit: amount('Available Credit', 'What it may still buy for: what is left, not a limit'),
		creditCurrency: text('Currency', 'Three letters of ISO 4217', { name: 'creditCurrency', like: 'USD' }),
		creditEnabled: flag('Enable Credit', 'Whether it may buy on credit'),
		creditHold: flag('Hold All Purchases', 'Whether it may buy nothing at all for now'),
		limitPurchases: flag('Limit Purchases', 'Whether purchase orders above the available credit are blocked'),
	},
};

/** BigCommerce reference 13.3. */
export const paymentTerms: CompanySettings = {
	one: 'payment terms',
	path: 'payment-terms',
	properties: { isEnabled: is.flag, paymentTerms: is.whole },
	told: ['isEnabled'],
	restated: ['isEnabled', 'paymentTerms'],
	further: {
		isEnabled: flag('Enable Own Terms', 'Whether it has terms of its own; else those of the store hold'),
		paymentTerms: choice('Days to Pay', 'How long after an invoice', [
			{ name: '0 Days', value: 0 },
			{ name: '15 Days', value: 15 },
			{ name: '30 Days', value: 30 },
			{ name: '45 Days', value: 45 },
			{ name: '5 Days', value: 5 },
			{ name: '60 Days', value: 60 },
		]),
	},
};
