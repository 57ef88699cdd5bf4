import type { IDataObject } from 'n8n-workflow';
import { storeDates } from '../../BigCommerce/records/dates';
import { editionDates } from '../../BigCommerce/edition/records/dates';
import type { Given } from '../../shared/record/given';
import { STORE_TYPES } from './objects';

/** An object as items show it, with its times as ISO 8601. @param value of its type */
export const shownObject = (value: string, object: Given | null): IDataObject | null =>
	object && (STORE_TYPES.includes(value) ? storeDates : editionDates)({ ...object });
