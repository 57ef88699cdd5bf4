import { collectionField } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { amount, choice, entered, inputsOf, text, whole, type Entered } from '../../../shared/record/field';
import { locatorOf } from '../../../shared/record/locator';
import { flag, object, text as words } from '../../../shared/shape';
import { company } from '../../../BigCommerce/edition/records/company';
import { companyCredit, paymentTerms } from '../../../BigCommerce/edition/records/companySettings';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { codesIn, setPaymentMethods } from '../companyPaymentMethod/sets';
import { change } from '../crud/changes';
import { setSettings } from '../crud/companySettings';
import { idOf, scopes } from '../crud/picked';
import { readCompany, setStatus, standsAt } from './status';

const { creditCurrency } = companyCredit.further;

const TERMS = {
	customerGroupId: whole('Customer Group ID', 'Whose prices it gets'),
	credit: amount(
		'Credit',
		'What it may buy for on account; 0 for no credit. Set only while it is pending; later it keeps what it has.',
	),
	creditCurrency: {
		...creditCurrency,
		property: { ...creditCurrency.property, displayName: 'Credit Currency' },
	},
	paymentTerms: choice('Days to Pay', 'How long after an invoice', [
		{ name: '0 Days', value: 0 },
		{ name: '15 Days', value: 15 },
		{ name: '30 Days', value: 30 },
		{ name: '45 Days', value: 45 },
		{ name: '5 Days', value: 5 },
		{ name: '60 Days', value: 60 },
	]),
	paymentMethods: text('Payment Method Codes', 'Ways to pay that are enabled for it', {
		name: 'paymentMethods',
		like: 'cheque,purchaseorder',
	}),
};

const PENDING = 0;
const APPROVED = 1;

/** Why a credit that was asked for was not set, with the step that sets it. */
const noLongerPending = (id: number) =>
	`Company ${id} is no longer pending, so its credit stays as it is: what was bought on it, or switched off, would be given back. Set it with Company Credit: Update.`;

/** What a run says of the credit. */
interface CreditSet {
	creditSet: boolean;
	creditReason?: string;
}

/**
 * Sets the credit of a company that is still pending. It is what is left (BigCommerce reference 13.3): set again, it would give back what was bought since, or undo what people set, and
 * one that is all spent and off looks as if it was never given. While a company is pending nobody buys, and it is set again.
 */
async function setCredit(client: B2bClient, id: number, terms: Entered): Promise<CreditSet> {
	const { credit, creditCurrency: currency } = terms;
	if (credit === undefined) return { creditSet: false };
	if (!standsAt(await readCompany(client, id), PENDING)) {
		return { creditSet: false, creditReason: noLongerPending(id) };
	}
	const isGiven = Number(credit) > 0;
	await setSettings(client, companyCredit, id, {
		creditEnabled: isGiven,
		...(isGiven && { availableCredit: credit, limitPurchases: true }),
		...(isGiven && currency !== undefined && { creditCurrency: currency }),
	});
	return { creditSet: true };
}

/** What is set before the company is opened, each step safe to repeat. @returns what was done with the credit */
async function grant(run: ItemRun, client: B2bClient, id: number, terms: Entered): Promise<CreditSet> {
	const { customerGroupId, paymentTerms: days, paymentMethods = '' } = terms;
	if (customerGroupId !== undefined) await change(run, client, company, { customerGroupId });
	const told = await setCredit(client, id, terms);
	if (days !== undefined) {
		await setSettings(client, paymentTerms, id, { isEnabled: true, paymentTerms: days });
	}
	const codes = codesIn(String(paymentMethods));
	if (codes.length) await setPaymentMethods(client, id, codes, true);
	return told;
}

export const approve: Operation<B2bClient> = {
	option: {
		name: 'Approve',
		value: 'approve',
		description:
			'Open a company with its prices, credit and terms; it is approved last, so that nobody buys before',
		action: 'Approve a company',
	},
	effect: 'change',
	scopes,
	output: object({ creditSet: flag, creditReason: words, ...company.properties }),
	fields: [locatorOf(company.locator), collectionField('Terms', 'terms', inputsOf(TERMS))],
	async execute(run, client) {
		const id = idOf(run, company);
		const terms = entered(run, 'fields', 'terms', TERMS);
		const told = await grant(run, client, id, terms);
		await setStatus(client, id, APPROVED);
		return { ...told, ...(await readCompany(client, id)) };
	},
};
