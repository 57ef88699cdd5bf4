import { recordFieldsOf } from '../../shared/record/recordFields';
import { company } from '../records/company';
import { companyAddress } from '../records/companyAddress';
import { quote } from '../records/quote';

export const getRecordFields = recordFieldsOf({ company, companyAddress, quote });
