import { recordFieldsOf } from '../../shared/record/recordFields';
import { company, companyInBulk, companyOfGroup } from '../records/company';
import { companyAddress } from '../records/companyAddress';
import { quote } from '../records/quote';

export const getRecordFields = recordFieldsOf({
	company,
	'company.convert': companyOfGroup,
	'company.createMany': companyInBulk,
	companyAddress,
	quote,
});
