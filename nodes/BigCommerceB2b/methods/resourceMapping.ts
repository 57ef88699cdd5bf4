import { recordFieldsOf } from '../../shared/record/recordFields';
import { companyAddress } from '../records/companyAddress';
import { quote } from '../records/quote';

export const getRecordFields = recordFieldsOf({ companyAddress, quote });
