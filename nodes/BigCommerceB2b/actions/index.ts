import { carriesOut } from '../../shared/forDecision';
import { attachment } from './attachment';
import { company } from './company';
import { companyAddress } from './companyAddress';
import { companyCredit } from './companyCredit';
import { companyPaymentMethod } from './companyPaymentMethod';
import { companyUser } from './companyUser';
import { extraField } from './extraField';
import { forB2bDecision } from './forDecision';
import { invoice } from './invoice';
import { order } from './order';
import { paymentTerm } from './paymentTerm';
import { quote } from './quote';
import { salesStaff } from './salesStaff';
import { storePaymentMethod } from './storePaymentMethod';

/** How what the service gave leaves the node. */
export { editionDates } from '../../BigCommerce/edition/records/dates';

/** Every resource of the node, by name. */
export const resources = [
	attachment,
	company,
	companyAddress,
	companyCredit,
	companyPaymentMethod,
	companyUser,
	extraField,
	invoice,
	order,
	paymentTerm,
	quote,
	salesStaff,
	storePaymentMethod,
].map((resource) => carriesOut(resource, { field: forB2bDecision, isLast: true }));

export const firstResource = company;
