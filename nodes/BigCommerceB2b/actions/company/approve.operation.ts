import { collectionField } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { amount, choice, entered, inputsOf, text, whole, type Entered } from '../../../shared/record/field';
import { fieldsIn } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { flag, object } from '../../../shared/shape';
import { company } from '../../../BigCommerce/edition/records/company';
import { companyCredit, paymentTerms } from '../../../BigCommerce/edition/records/companySettings';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { codesIn, setPaymentMethods } from '../companyPaymentMethod/sets';
import { change } from '../crud/changes';
import { readSettings, setSettings } from '../crud/companySettings';
import { idOf, scopes } from '../crud/picked';
import { readCompany, setStatus, standsAt } from './status';

const { creditCurrency } = companyCredit.further;

const TERMS = {
	customerGroupId: whole('Customer Group ID', 'Whose prices it gets'),
	credit: amount(
		'Credit',
		'What it may buy for on account; 0 for no credit. One that was approved with a credit before keeps what is left of it.',
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

const APPROVED = 1;

/**
 * Sets the credit of a company that was not given one by an earlier approval: it is what is left (BigCommerce reference 13.3), so that setting it again would give back what was
 * bought since, or undo what people set. Before the company is open nobody buys, and it is set again.
 *
 * @returns whether it was set
 */
async function setCredit(client: B2bClient, id: number, terms: Entered, isOpen: boolean): Promise<boolean> {
	const { credit, creditCurrency: currency } = terms;
	if (credit === undefined) return false;
	if (isOpen) {
		const found = fieldsIn(companyCredit.properties, await readSettings(client, companyCredit, id));
		if (found.creditEnabled === true || Number(found.availableCredit) > 0) return false;
	}
	const isGiven = Number(credit) > 0;
	await setSettings(client, companyCredit, id, {
		creditEnabled: isGiven,
		...(isGiven && { availableCredit: credit, limitPurchases: true }),
		...(isGiven && currency !== undefined && { creditCurrency: currency }),
	});
	return true;
}

/** What is set before the company is opened, each step safe to repeat. @returns whether the credit was set */
async function grant(run: ItemRun, client: B2bClient, id: number, terms: Entered): Promise<boolean> {
	const { customerGroupId, paymentTerms: days, paymentMethods = '' } = terms;
	const isOpen = standsAt(await readCompany(client, id), APPROVED);
	if (customerGroupId !== undefined) await change(run, client, company, { customerGroupId });
	const creditSet = await setCredit(client, id, terms, isOpen);
	if (days !== undefined) {
		await setSettings(client, paymentTerms, id, { isEnabled: true, paymentTerms: days });
	}
	const codes = codesIn(String(paymentMethods));
	if (codes.length) await setPaymentMethods(client, id, codes, true);
	return creditSet;
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
	output: object({ creditSet: flag, ...company.properties }),
	fields: [locatorOf(company.locator), collectionField('Terms', 'terms', inputsOf(TERMS))],
	async execute(run, client) {
		const id = idOf(run, company);
		const terms = entered(run, 'fields', 'terms', TERMS);
		const creditSet = await grant(run, client, id, terms);
		await setStatus(client, id, APPROVED);
		return { creditSet, ...(await readCompany(client, id)) };
	},
};
