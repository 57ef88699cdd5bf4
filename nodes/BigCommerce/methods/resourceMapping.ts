import { recordFieldsOf } from '../../shared/record/recordFields';
import { category } from '../records/category';
import { product } from '../records/product';
import { productVariant } from '../records/productVariant';

export const getRecordFields = recordFieldsOf({ category, product, productVariant });
