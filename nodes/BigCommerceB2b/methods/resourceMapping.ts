import { recordFieldsOf } from '../../shared/record/recordFields';
import { company, companyOfGroup } from '../records/company';
import { companyAddress } from '../records/companyAddress';
import { quote } from '../records/quote';

export const getRecordFields = recordFieldsOf({
	company,
	'company.convert': companyOfGroup,
	companyAddress,
	quote,
});
