import { clearableFieldsOf } from '../../shared/record/changed';
import { company } from '../../BigCommerce/edition/records/company';
import { companyAddress } from '../../BigCommerce/edition/records/companyAddress';
import { companyUser } from '../../BigCommerce/edition/records/companyUser';

export const getClearableFields = clearableFieldsOf({ company, companyAddress, companyUser });
