import { recordFieldsOf } from '../../shared/record/recordFields';
import { askedByKey } from '../../BigCommerce/edition/records/b2bRecord';
import { company, companyInBulk, companyOfGroup } from '../../BigCommerce/edition/records/company';
import { companyAddress } from '../../BigCommerce/edition/records/companyAddress';
import { quote } from '../../BigCommerce/edition/records/quote';

export const getRecordFields = recordFieldsOf({
	company,
	'company.convert': companyOfGroup,
	'company.createMany': companyInBulk,
	companyAddress,
	'companyAddress.upsert': askedByKey(companyAddress),
	quote,
});
