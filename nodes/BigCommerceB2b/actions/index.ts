import { attachment } from './attachment';
import { company } from './company';
import { companyAddress } from './companyAddress';
import { companyCredit } from './companyCredit';
import { companyPaymentMethod } from './companyPaymentMethod';
import { companyUser } from './companyUser';
import { paymentTerms } from './paymentTerms';
import { quote } from './quote';

/** Every resource of the node, by name. */
export const resources = [
	attachment,
	company,
	companyAddress,
	companyCredit,
	companyPaymentMethod,
	companyUser,
	paymentTerms,
	quote,
];

export const firstResource = company;
